import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyPose } from './body-pose.ts';
import { KEYPOINT_INDEX, KEYPOINT_NAMES } from './keypoint-names.ts';
import { mirrorImage, mirrorPose } from './mirror.ts';
import { sampleMask } from './person-mask.ts';

const number = fc.double({ min: -500, max: 500, noNaN: true });
const slope = fc.double({ min: -0.01, max: 0.01, noNaN: true });
const shift = fc.double({ min: -4, max: 4, noNaN: true });
const point = fc.record({ x: number, y: number, z: number, visibility: fc.double({ min: 0, max: 1, noNaN: true }) });
const pose: fc.Arbitrary<BodyPose> = fc.record({
  frameWidthPx: fc.integer({ min: 2, max: 900 }), frameHeightPx: fc.integer({ min: 2, max: 900 }),
  landmarks: fc.array(point, { minLength: 33, maxLength: 33 }), worldLandmarks: fc.array(point, { minLength: 33, maxLength: 33 }),
  mask: fc.record({
    probability: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 }).map((values) => Float32Array.from(values)),
    widthPx: fc.constant(4), heightPx: fc.constant(4),
    frameToMask: fc.tuple(slope, slope, shift, slope, slope, shift),
  }),
  score: fc.constant(1),
});

describe('mirror', () => {
  it('turns a picture round and back', () => {
    const image = { data: Uint8ClampedArray.from({ length: 3 * 2 * 4 }, (_, i) => i), widthPx: 3, heightPx: 2 };
    const turned = mirrorImage(image);
    expect([...turned.data.subarray(0, 4)]).toEqual([8, 9, 10, 11]);
    expect([...mirrorImage(turned).data]).toEqual([...image.data]);
  });

  it('lets left and right change places', () => {
    fc.assert(fc.property(pose, (given) => {
      const [left, right] = [KEYPOINT_INDEX.left_wrist, KEYPOINT_INDEX.right_wrist];
      expect(mirrorPose(given).landmarks[left]?.x).toBeCloseTo(given.frameWidthPx - 1 - (given.landmarks[right]?.x ?? NaN), 9);
      expect(mirrorPose(given).landmarks[KEYPOINT_INDEX.nose]?.y).toBe(given.landmarks[KEYPOINT_INDEX.nose]?.y);
      expect(mirrorPose(given).landmarks).toHaveLength(KEYPOINT_NAMES.length);
    }));
  });

  it('keeps the mask on the body', () => {
    fc.assert(fc.property(pose, number, number, (given, x, y) => {
      const mirrored = mirrorPose(given);
      if (!given.mask || !mirrored.mask) throw new Error('no mask');
      expect(sampleMask(mirrored.mask, given.frameWidthPx - 1 - x, y)).toBeCloseTo(sampleMask(given.mask, x, y), 6);
    }));
  });
});
