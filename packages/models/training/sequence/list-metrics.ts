import type { SequenceFigures } from './evaluate.ts';

/** What all lists together look like. @param shown how often each item was in a list @param counts how often each item occurs in the log */
export function listMetrics(shown: Float64Array, counts: Float32Array): Pick<SequenceFigures, 'coverage' | 'gini' | 'novelty'> {
  const places = shown.reduce((sum, count) => sum + count, 0);
  const events = counts.reduce((sum, count) => sum + count, 0);
  const surprise = shown.reduce((sum, count, item) => sum + (count === 0 ? 0 : -count * Math.log2(Math.max(counts[item] ?? 0, 1) / events)), 0);
  return {
    coverage: shown.filter((count) => count > 0).length / Math.max(shown.length, 1),
    gini: giniOf(shown, places),
    novelty: surprise / Math.max(places, 1),
  };
}

function giniOf(shown: Float64Array, places: number): number {
  const n = shown.length;
  const weighted = shown.slice().sort().reduce((sum, count, k) => sum + (2 * (k + 1) - n - 1) * count, 0);
  return places === 0 ? 0 : weighted / (n * places);
}
