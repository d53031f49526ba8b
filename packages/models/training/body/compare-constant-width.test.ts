import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAllConstantWidths, compareConstantWidth } from './compare-constant-width.ts';
import type { TruthPair } from './error-summary.ts';

const pair = (error: number, half: number): TruthPair => ({ truth: 100, mean: 100 + error, p5: 100 + error - half, p95: 100 + error + half });

describe('compareConstantWidth', () => {
  it('prefers intervals that are wide where the errors are large', () => {
    // Constant: both must be covered, so half = 3 and each scores 6; ours scores 2 and 6.
    expect(compareConstantWidth([pair(1, 1), pair(3, 3)])).toEqual({ ours: 4, constant: 6, constantHalfWidth: 3, better: true });
  });

  it('prefers constant widths to intervals that are wide in the wrong place', () => {
    // One of two is covered: half = 1 scores 2 and 2 + 40, ours 6 and 2 + 40.
    expect(compareConstantWidth([pair(1, 3), pair(3, 1)])).toEqual({ ours: 24, constant: 22, constantHalfWidth: 1, better: false });
  });

  it('takes no width at all where ours cover nothing', () => {
    expect(compareConstantWidth([pair(2, 1)])).toEqual({ ours: 22, constant: 40, constantHalfWidth: 0, better: true });
  });

  it('covers at least as many truths as ours do', () => {
    const errors = fc.array(fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })), { minLength: 1 });
    fc.assert(fc.property(errors, (drawn) => {
      const pairs = drawn.map(([error, half]) => pair(error, half));
      const { constantHalfWidth = NaN } = compareConstantWidth(pairs);
      const within = (half: (one: TruthPair) => number): number => pairs.filter((one) => Math.abs(one.mean - 100) <= half(one)).length;
      expect(within(() => constantHalfWidth + 0.01)).toBeGreaterThanOrEqual(within((one) => (one.p95 - one.p5) / 2 - 1e-9));
    }));
  });
});

describe('compareAllConstantWidths', () => {
  it('counts each measurement alike', () => {
    expect(compareAllConstantWidths([{ ours: 4, constant: 6, better: true }, { ours: 8, constant: 7, better: false }])).toEqual({ ours: 6, constant: 6.5, better: true });
  });
});
