import type { ListFigures } from './evaluate.ts';

/** Items with fewer events are cold. */
const COLD = 5;

/** What all lists together look like. @param shown how often each item was in a list @param counts how often each item occurs in the log */
export function listMetrics(shown: Float64Array, counts: Float32Array): ListFigures {
  const places = shown.reduce((sum, count) => sum + count, 0);
  const over = (value: (count: number) => number): number => shown.reduce((sum, times, item) => sum + times * value(counts[item] ?? 0), 0) / Math.max(places, 1);
  const events = counts.reduce((sum, count) => sum + count, 0);
  const usual = counts.reduce((sum, count) => sum + count * count, 0) / Math.max(events, 1);
  return {
    coverage: shown.filter((count) => count > 0).length / Math.max(shown.length, 1),
    gini: giniOf(shown, places),
    novelty: over((count) => -Math.log2(Math.max(count, 1) / events)),
    popularityLift: over((count) => count) / usual,
    coldShare: over((count) => Number(count < COLD)),
  };
}

function giniOf(shown: Float64Array, places: number): number {
  const n = shown.length;
  const weighted = shown.slice().sort().reduce((sum, count, k) => sum + (2 * (k + 1) - n - 1) * count, 0);
  return places === 0 ? 0 : weighted / (n * places);
}
