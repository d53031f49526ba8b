import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrix } from './linear-algebra.ts';
import type { FactorGaussian } from './condition-gaussian.ts';
import { looseProbability, outwardShift } from './outward-shift.ts';
import type { Reading } from './shape-evidence.ts';
import { SHAPE_VARIABLES } from './shape-variables.ts';

/** A body that varies in one way, which shows in the calf and not in the ankle. */
const MODEL: FactorGaussian = {
  mean: new Float64Array(SHAPE_VARIABLES.count),
  factor: matrix(SHAPE_VARIABLES.count, 1, (row) => (row === SHAPE_VARIABLES.measurement('calf') ? 0.1 : 0)),
  residualVariance: new Float64Array(SHAPE_VARIABLES.count).fill(1e-6),
};
const NOISE = { level: 0, scale: 0, reach: 3 };
const read = (index: number, value: number): Reading => ({ kind: 'scalar', index, value, sd: 0.01, outward: 20 });

describe('outwardShift', () => {
  it('takes for clothes what thickens ankles, and not what thickens calves alone', () => {
    const thick = outwardShift(MODEL, [read(SHAPE_VARIABLES.ankle, 0.1), read(SHAPE_VARIABLES.measurement('calf'), 0.1)], NOISE);
    const fat = outwardShift(MODEL, [read(SHAPE_VARIABLES.ankle, 0), read(SHAPE_VARIABLES.measurement('calf'), 0.1)], NOISE);
    expect(thick.shift).toBeCloseTo(0.005, 4);
    expect(fat.shift).toBeCloseTo(0, 4);
  });

  it('knows nothing where no edge was read', () => {
    expect(outwardShift(MODEL, [{ ...read(SHAPE_VARIABLES.mass, 4), outward: 0 }], NOISE)).toEqual({ shift: 0, sd: Infinity });
    expect(looseProbability({ shift: 0, sd: Infinity })).toBeCloseTo(0.03, 9);
  });
});

describe('looseProbability', () => {
  const sd = fc.double({ min: 1e-4, max: 0.01, noNaN: true });
  const z = fc.double({ min: 0, max: 8, noNaN: true });

  it('is a probability that grows with the distance, on both sides alike', () => {
    fc.assert(fc.property(sd, z, z, (s, a, b) => {
      const [near, far] = [Math.min(a, b), Math.max(a, b)].map((of) => looseProbability({ shift: of * s, sd: s }));
      expect(near).toBeGreaterThanOrEqual(0);
      expect(far).toBeLessThanOrEqual(1);
      expect(far).toBeGreaterThanOrEqual((near ?? NaN) - 1e-12);
      expect(looseProbability({ shift: -a * s, sd: s })).toBeCloseTo(looseProbability({ shift: a * s, sd: s }), 12);
    }));
  });

  it('is small for usual outlines and near 1 for those a centimetre off', () => {
    expect(looseProbability({ shift: 0.001, sd: 0.0015 })).toBeLessThan(0.03);
    expect(looseProbability({ shift: 0.009, sd: 0.0015 })).toBeGreaterThan(0.95);
  });
});
