import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landmarkOf, sampleMask } from '../pose/index.ts';
import { stickFigurePose } from './testing/stick-figure.ts';
import { placeOf, uprightPose } from './upright-pose.ts';

const POSE = stickFigurePose({ frameWidthPx: 260, frameHeightPx: 480, topPx: 40, heightPx: 400, centreXPx: 130, view: 'front', halfWidthPx: () => 30 });
const roll = fc.double({ min: -0.26, max: 0.26, noNaN: true });

describe('uprightPose', () => {
  it('leaves a level picture as it is', () => {
    expect(uprightPose(POSE, 0).pose).toEqual(POSE);
  });

  it('turns about the middle of the picture: what the turned picture shows above it lies straight above it', () => {
    const { toFrame } = uprightPose(POSE, 0.2);
    const above = placeOf(toFrame, 129.5, 139.5);
    expect(above.x).toBeCloseTo(129.5 + 100 * Math.sin(0.2), 9);
    expect(above.y).toBeCloseTo(239.5 - 100 * Math.cos(0.2), 9);
  });

  it('keeps landmarks, mask and picture together', () => {
    fc.assert(fc.property(roll, fc.double({ min: 0, max: 259, noNaN: true }), fc.double({ min: 0, max: 479, noNaN: true }), (rollRad, x, y) => {
      const { pose, toFrame } = uprightPose(POSE, rollRad);
      for (const [i, landmark] of pose.landmarks.entries()) {
        const back = placeOf(toFrame, landmark.x, landmark.y);
        expect(back.x).toBeCloseTo(POSE.landmarks[i]?.x ?? NaN, 6);
        expect(back.y).toBeCloseTo(POSE.landmarks[i]?.y ?? NaN, 6);
      }
      if (!pose.mask || !POSE.mask) throw new Error('no mask');
      const seen = placeOf(toFrame, x, y);
      expect(sampleMask(pose.mask, x, y)).toBeCloseTo(sampleMask(POSE.mask, seen.x, seen.y), 6);
    }));
  });

  it('needs no mask', () => {
    const { mask: _, ...bare } = POSE;
    expect(landmarkOf(uprightPose(bare, 0.1).pose, 'nose').x).toBeLessThan(landmarkOf(bare, 'nose').x);
  });
});
