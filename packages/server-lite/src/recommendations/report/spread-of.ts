import type { RecommendationFigures } from '@vua/models/contracts';

/** How what was shown is spread over the catalog. @param shown how often each item was shown @param steps how often each was looked at */
export function spreadOf(shown: ReadonlyMap<string, number>, steps: ReadonlyMap<string, number>, catalogItems: number): Pick<RecommendationFigures, 'coverage' | 'gini' | 'noveltyBits'> {
  const items = Math.max(catalogItems, shown.size);
  const counts = [...shown.values()].toSorted((a, b) => a - b);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { coverage: 0, gini: 0, noveltyBits: 0 };
  // Items that were never shown come first and add nothing.
  const ranked = counts.reduce((sum, count, place) => sum + count * (items - counts.length + place + 1), 0);
  const allSteps = [...steps.values()].reduce((sum, count) => sum + count, 0);
  const surprise = (itemId: string): number => (allSteps === 0 ? 0 : -Math.log2(Math.max(steps.get(itemId) ?? 0, 1) / allSteps));
  const noveltyBits = Array.from(shown, ([itemId, count]) => count * surprise(itemId)).reduce((sum, bits) => sum + bits, 0) / total;
  return { coverage: shown.size / items, gini: (2 * ranked) / (items * total) - (items + 1) / items, noveltyBits };
}
