import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spliceWindows, type SplicedSeries, type WindowPoint } from './splice-windows.ts';

const WEEK_MS = 7 * 86_400_000;
const windowOf = (values: readonly number[], from = 0): readonly WindowPoint[] => values.map((value, place) => ({ weekEndMs: (from + place) * WEEK_MS, value }));
const relative = (values: readonly number[]): readonly number[] => values.map((value) => (100 * value) / Math.max(...values));

it('takes the first window as it is', () => {
  expect(spliceWindows(undefined, windowOf([1, 2]))).toEqual({ factor: 1, points: windowOf([1, 2]) });
});

it('goes by the ratio of the sums over the weeks of both, without the last of the older', () => {
  const before = { factor: 3, points: windowOf([10, 20, 30, 1]) };
  expect(spliceWindows(before, windowOf([5, 10, 15, 50, 100]))).toEqual({ factor: 2, points: windowOf([10, 20, 30, 100, 200]) });
});

it('counts the last week too where there is no other', () => {
  expect(spliceWindows({ factor: 3, points: windowOf([10, 20]) }, windowOf([5, 7], 1)).factor).toBe(4);
});

it.each([
  ['no week is in both', windowOf([10, 20]), windowOf([5, 7], 2)], ['all of the older are 0', windowOf([0, 0, 0]), windowOf([5, 7, 9])], ['all of the newer are 0', windowOf([5, 7, 9]), windowOf([0, 0, 0, 100])],
])('keeps the factor where %s', (_what, points, window) => {
  expect(spliceWindows({ factor: 3, points }, window).factor).toBe(3);
});

it('keeps the factor where the scale would be beyond anything', () => {
  expect(spliceWindows({ factor: 3, points: windowOf([100, 100, 100]) }, windowOf([1e-300, 100, 100], 1)).factor).toBe(3);
  expect(spliceWindows({ factor: 3, points: windowOf([100, 100, 100]) }, windowOf([1e-4, 1e-4, 100])).factor).toBe(3);
});

it('gives a series back that was cut into windows, each relative to its own highest', () => {
  const series = fc.array(fc.double({ min: 0.5, max: 1000, noNaN: true }), { minLength: 12, maxLength: 40 });
  fc.assert(fc.property(series, fc.integer({ min: 4, max: 10 }), (truth, width) => {
    let known: SplicedSeries | undefined;
    for (let from = 0; from + width <= truth.length; from += 2) {
      known = spliceWindows(known, windowOf(relative(truth.slice(from, from + width)), from));
      const scale = 100 / Math.max(...truth.slice(0, width));
      for (const { value, weekEndMs } of known.points) expect(value / ((truth[weekEndMs / WEEK_MS] ?? 0) * scale)).toBeCloseTo(1, 6);
    }
  }));
});

it('gives finite values of 0 or more, whatever came before', () => {
  const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(6), values), { minLength: 1, maxLength: 8 }), (windows) => {
    let known: SplicedSeries | undefined;
    for (const [from, window] of windows) known = spliceWindows(known, windowOf(window, from));
    for (const { value } of known?.points ?? []) expect(Number.isFinite(value) && value >= 0).toBe(true);
    expect(known?.factor).toBeGreaterThan(0);
  }));
});
