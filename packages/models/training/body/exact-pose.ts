import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYPOINT_NAMES, type BodyPose, type Landmark } from '../../src/pose/index.ts';
import type { View } from '../../src/silhouette/index.ts';
import { traceView } from '../../src/silhouette/trace-view.ts';
import type { SeenPerson } from './fit-sensors.ts';
import { decodeMaskPng } from './mask-png.ts';
import type { Person } from './people.ts';

/** People traced on their true masks. */
export function traceExact(dir: string, people: readonly Person[]): SeenPerson[] {
  return people.flatMap((person) => {
    const [front, side] = (['front', 'side'] as const).map((view) => traceView(exactPose(dir, person, view), view));
    return front === undefined || side === undefined ? [] : [{ person, weights: 'full', profiles: { front: [front], side: [side] } }];
  });
}

type Point = readonly [number, number];

/** The true mask and the rig's joints as if a perfect pose model had seen them: the floor of what tracing can reach. */
function exactPose(dir: string, person: Person, view: View): BodyPose {
  const { mask: file, width, height, joints_px: joints } = person.views[view];
  const { bits, widthPx, heightPx } = decodeMaskPng(readFileSync(join(dir, file)));
  return {
    frameWidthPx: width,
    frameHeightPx: height,
    landmarks: KEYPOINT_NAMES.map((name) => landmark(pointOf(joints, name))),
    worldLandmarks: KEYPOINT_NAMES.map(() => ({ x: 0, y: 0, z: 0 })),
    mask: { probability: Float32Array.from(bits), widthPx, heightPx, frameToMask: [1, 0, 0, 0, 1, 0] },
    score: 1,
  };
}

/** Rigs have no nose, ears, knuckles or heels: placed from their neighbours. */
function pointOf(joints: Readonly<Record<string, Point>>, name: string): Point {
  const at = (key: string): Point => joints[key] as Point;
  const side = name.startsWith('left') ? 'left' : 'right';
  if (joints[name] !== undefined) return at(name);
  if (/pinky|index$|thumb/.test(name) && !name.includes('foot')) return knuckle(at(`${side}_elbow`), at(`${side}_wrist`), name.includes('pinky') ? -1 : 1);
  if (name.includes('heel')) return at(`${side}_ankle`);
  if (name === 'nose' || name.startsWith('mouth')) return beyond(at('left_eye'), at('right_eye'), 0.5);
  return at(`${side}_eye`);
}

/** A third of the forearm beyond the wrist, a sixth of it to the side. */
function knuckle(elbow: Point, wrist: Point, side: 1 | -1): Point {
  const [x, y] = beyond(elbow, wrist, 1.35);
  return [x + (side * (wrist[1] - elbow[1])) / 7, y - (side * (wrist[0] - elbow[0])) / 7];
}

function beyond(a: Point, b: Point, t: number): Point {
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

function landmark([x, y]: Point): Landmark {
  return { x, y, z: 0, visibility: 1 };
}
