import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOneEuro } from './one-euro.ts';

const OPTIONS = { minCutoffHz: 1, beta: 0.5, derivativeCutoffHz: 1 };
const alpha = (cutoffHz: number, seconds: number): number => 1 / (1 + 1 / (2 * Math.PI * cutoffHz * seconds));

describe('createOneEuro', () => {
  it('gives the first values as they are', () => {
    expect(createOneEuro(OPTIONS)([3, -4], 0, 1)).toEqual([3, -4]);
  });

  it('follows Casiez et al. on a step', () => {
    const filter = createOneEuro(OPTIONS);
    filter([0], 0, 1);
    const speed = alpha(1, 0.1) * (2 / 0.1);
    expect(filter([2], 100, 1)[0]).toBeCloseTo(2 * alpha(1 + 0.5 * speed, 0.1), 9);
  });

  it('keeps a still value, and stays between what it has seen', () => {
    const value = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), (values) => {
      const filter = createOneEuro(OPTIONS);
      for (const [k, one] of values.entries()) {
        const [smooth = NaN] = filter([one], k * 33, 1);
        expect(smooth).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(smooth).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }
      const still = createOneEuro(OPTIONS);
      still([values[0] ?? 0], 0, 1);
      expect(still([values[0] ?? 0], 33, 1)[0]).toBeCloseTo(values[0] ?? 0, 9);
    }));
  });

  it('is prompter when fast', () => {
    const lag = (scale: number): number => {
      const filter = createOneEuro(OPTIONS);
      let last = 0;
      for (let k = 0; k < 20; k++) [last = 0] = filter([k], k * 33, scale);
      return 19 - last;
    };
    expect(lag(10)).toBeLessThan(lag(0.1));
  });

  it('bears a clock that stands still', () => {
    const filter = createOneEuro(OPTIONS);
    filter([0], 10, 1);
    expect(filter([1], 10, 1)[0]).toBeGreaterThan(0);
  });
});
