import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BodyPose, PersonMask, RgbaImage } from '../../src/pose/index.ts';
import { traceView } from '../../src/silhouette/trace-view.ts';
import type { View, ViewProfile } from '../../src/silhouette/index.ts';
import type { SeenPerson } from './fit-sensors.ts';
import type { Person } from './people.ts';

/**
 * What the pose model made of a picture, as files: `ID-VIEW.json` (a BodyPose whose mask lacks its probabilities) and
 * `ID-VIEW.mask.f32` (these, row by row, float32 little endian),
 * and `ID-VIEW.rgba` (the picture's pixels, row by row) for the finer edges.
 */
export function readPoseDump(dir: string, id: string, view: View): BodyPose {
  const pose = JSON.parse(readFileSync(join(dir, `${id}-${view}.json`), 'utf8')) as BodyPose & { mask: Omit<PersonMask, 'probability'> };
  const bytes = readFileSync(join(dir, `${id}-${view}.mask.f32`));
  const probability = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return { ...pose, mask: { ...pose.mask, probability } };
}

function readPicture(dir: string, id: string, view: View, pose: BodyPose): RgbaImage | undefined {
  const file = join(dir, `${id}-${view}.rgba`);
  return existsSync(file) ? { data: readFileSync(file), widthPx: pose.frameWidthPx, heightPx: pose.frameHeightPx } : undefined;
}

/** People whose two pictures a dump holds, traced. People without one or without a silhouette are left out. */
export function tracePoseDump(dir: string, people: readonly Person[]): SeenPerson[] {
  return people.flatMap((person) => {
    const trace = (view: View): ViewProfile | undefined => {
      if (!existsSync(join(dir, `${person.id}-${view}.json`))) return undefined;
      const pose = readPoseDump(dir, person.id, view);
      return traceView(pose, view, readPicture(dir, person.id, view, pose));
    };
    const [front, side] = [trace('front'), trace('side')];
    return front === undefined || side === undefined ? [] : [{ person, profiles: { front, side } }];
  });
}
