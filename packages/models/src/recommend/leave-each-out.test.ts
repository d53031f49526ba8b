import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCauses, leaveEachOut } from './leave-each-out.ts';

const scores = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 3, maxLength: 3 });

describe('leaveEachOut', () => {
  it('leaves out every step on one of the last four items, with what is known of them, the latest first', () => {
    const shortened = leaveEachOut({ items: Int32Array.of(9, 1, 2, 3, 1, 4), sides: { type: Int32Array.of(0, 1, 2, 3, 4, 5) } });
    expect(shortened.map(({ left }) => left)).toEqual([4, 1, 3, 2]);
    expect(shortened[1]?.history).toEqual({ items: Int32Array.of(9, 2, 3, 4), sides: { type: Int32Array.of(0, 2, 3, 5) } });
  });

  it('has nothing to leave out of nothing', () => {
    expect(leaveEachOut({ items: new Int32Array(0), sides: {} })).toEqual([]);
  });
});

describe('chooseCauses', () => {
  it('names nothing without which a candidate would not be further back', () => {
    const leadOf = (all: readonly number[], k: number): number => (all[k] ?? 0) - all.reduce((sum, score) => sum + score, 0) / all.length;
    fc.assert(fc.property(scores, fc.array(scores, { maxLength: 4 }), (full, shortened) => {
      const causes = chooseCauses(full, shortened.map((after, left) => ({ left, scores: after })));
      for (const [k, cause] of causes.entries()) {
        const losses = shortened.map((after) => leadOf(full, k) - leadOf(after, k));
        const most = Math.max(0, ...losses);
        expect(cause === undefined ? most : losses[cause]).toBeCloseTo(most, 9);
        expect(cause === undefined ? 1 : losses[cause]).toBeGreaterThan(0);
      }
    }));
  });

  it('pays no heed to what raises or lowers all candidates alike', () => {
    expect(chooseCauses([1, 2], [{ left: 7, scores: [-8, -7] }])).toEqual([undefined, undefined]);
    expect(chooseCauses([1, 2], [{ left: 7, scores: [-8, -8] }])).toEqual([undefined, 7]);
  });
});
