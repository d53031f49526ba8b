import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANDMARKER } from './constants.ts';
import { decodePose } from './decode-pose.ts';
import { sampleMask } from './person-mask.ts';
import type { LandmarkOutputs } from './pose-runtime.ts';
import { gridToFrame, type Region } from './region.ts';

const UPRIGHT: Region = { xCentre: 300, yCentre: 400, sizePx: 512, rotationRad: 0 };

/** Outputs with a cold heatmap, so that points stay where the regression puts them. */
function outputs(change: Partial<LandmarkOutputs> = {}): LandmarkOutputs {
  return {
    points: new Float32Array(LANDMARKER.pointCount * LANDMARKER.valuesPerPoint),
    world: new Float32Array(LANDMARKER.pointCount * 3),
    score: 0.9,
    heatmap: new Float32Array(LANDMARKER.heatmapPx ** 2 * LANDMARKER.pointCount).fill(-100),
    ...change,
  };
}

const points = (...rows: readonly (readonly [index: number, values: readonly number[]])[]): Float32Array => {
  const all = new Float32Array(LANDMARKER.pointCount * LANDMARKER.valuesPerPoint);
  for (const [index, values] of rows) all.set(values, index * LANDMARKER.valuesPerPoint);
  return all;
};

describe('decodePose', () => {
  it('puts points into the frame, depth in its pixels, visibility as a probability', () => {
    const { pose, auxiliary } = decodePose(outputs({ points: points([0, [128, 64, -32, 0, 0]], [33, [128, 128, 0, 0, 0]], [34, [128, 0, 0, 0, 0]]) }), UPRIGHT, 600, 800);
    expect(pose.landmarks).toHaveLength(33);
    expect(pose.landmarks[0]).toEqual({ x: 300, y: 272, z: -64, visibility: 0.5 });
    expect([pose.frameWidthPx, pose.frameHeightPx, pose.score]).toEqual([600, 800, 0.9]);
    expect(auxiliary.map(({ x, y }) => [x, y])).toEqual([[300, 400], [300, 144]]);
  });

  it('turns points with the crop', () => {
    const region: Region = { xCentre: 0, yCentre: 0, sizePx: 256, rotationRad: Math.PI / 2 };
    const { pose } = decodePose(outputs({ points: points([4, [228, 128, 0, 0, 0]]) }), region, 600, 800);
    expect(pose.landmarks[4]?.x).toBeCloseTo(0);
    expect(pose.landmarks[4]?.y).toBeCloseTo(100);
  });

  it('turns world points back and keeps their lengths', () => {
    const metre = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(fc.property(metre, metre, metre, fc.double({ min: -3, max: 3, noNaN: true }), (x, y, z, rotationRad) => {
      const world = new Float32Array(LANDMARKER.pointCount * 3);
      world.set([x, y, z], 3);
      const [, turned] = decodePose(outputs({ world }), { ...UPRIGHT, rotationRad }, 600, 800).pose.worldLandmarks;
      expect(Math.hypot(turned?.x ?? NaN, turned?.y ?? NaN)).toBeCloseTo(Math.hypot(x, y), 5);
      expect(turned?.z).toBeCloseTo(z, 5);
    }), { numRuns: 50 });
    expect(decodePose(outputs(), UPRIGHT, 600, 800).pose.worldLandmarks).toHaveLength(33);
  });

  it('gives no mask when none was computed', () => {
    expect(decodePose(outputs(), UPRIGHT, 600, 800).pose.mask).toBeUndefined();
  });

  it('gives the mask as probabilities that lie on the frame as the crop did', () => {
    const mask = new Float32Array(LANDMARKER.maskPx ** 2).fill(-9);
    mask[40 * LANDMARKER.maskPx + 20] = Math.log(4);
    mask[41 * LANDMARKER.maskPx + 20] = 30;
    const region = { ...UPRIGHT, rotationRad: 0.3 };
    const found = decodePose(outputs({ mask }), region, 600, 800).pose.mask;
    if (!found) throw new Error('no mask');
    const [a, b, c, d, e, f] = gridToFrame(region, LANDMARKER.maskPx);
    const at = (u: number, v: number): number => sampleMask(found, a * u + b * v + c, d * u + e * v + f);
    expect(at(20, 40)).toBeCloseTo(0.8, 4);
    expect(at(20, 41)).toBeCloseTo(1, 4);
    expect(at(50, 50)).toBe(0);
  });

  it('is within a thousandth of the logistic function in every cell', () => {
    fc.assert(fc.property(fc.double({ min: -60, max: 60, noNaN: true }), (logit) => {
      const mask = new Float32Array(LANDMARKER.maskPx ** 2).fill(logit);
      const [probability = NaN] = decodePose(outputs({ mask }), UPRIGHT, 600, 800).pose.mask?.probability ?? [];
      expect(Math.abs(probability - 1 / (1 + Math.exp(-logit)))).toBeLessThan(1e-3);
    }), { numRuns: 40 });
  });

  it('refuses outputs of another model', () => {
    expect(() => decodePose(outputs({ points: new Float32Array(33 * 5) }), UPRIGHT, 600, 800)).toThrow('33 points');
  });
});
