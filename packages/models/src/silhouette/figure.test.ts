import { describe, expect, it } from 'vitest';
import { KEYPOINT_INDEX, KEYPOINT_NAMES, type BodyPose, type KeypointName } from '../pose/index.ts';
import { armLine, figureOf, trunkLine } from './figure.ts';

/** A pose in which every landmark lies at (100, its number), but for those given. */
function poseWith(places: Partial<Record<KeypointName, readonly [number, number]>>): BodyPose {
  const landmarks = KEYPOINT_NAMES.map((name) => {
    const [x, y] = places[name] ?? [100, KEYPOINT_INDEX[name]];
    return { x, y, z: 0, visibility: 1 };
  });
  return { frameWidthPx: 200, frameHeightPx: 200, landmarks, worldLandmarks: landmarks.map(({ x, y, z }) => ({ x, y, z })), score: 1 };
}

describe('figureOf', () => {
  it('takes joints by name', () => {
    expect(figureOf(poseWith({ left_hip: [7, 9] })).joints.left_hip).toEqual({ x: 7, y: 9 });
  });

  it('puts the knuckles between the little finger and the index', () => {
    const { arms } = figureOf(poseWith({ right_pinky: [10, 50], right_index: [16, 58] }));
    expect(arms[1].knuckles).toEqual({ x: 13, y: 54 });
    expect(arms[1].knuckleHalfSpanPx).toBe(5);
  });
});

it('the trunk line runs from the ears to the ankles', () => {
  const line = trunkLine(figureOf(poseWith({ left_shoulder: [120, 40], right_shoulder: [80, 44], left_ankle: [110, 180], right_ankle: [90, 184] })));
  expect(line[1]).toEqual({ x: 100, y: 42 });
  expect(line.at(-1)).toEqual({ x: 100, y: 182 });
});

it('an arm reaches as far beyond the knuckles as fingers are long', () => {
  const { arms } = figureOf(poseWith({ left_wrist: [50, 100], left_pinky: [50, 110], left_index: [50, 110] }));
  expect(armLine(arms[0]).at(-1)).toEqual({ x: 50, y: 122 });
});
