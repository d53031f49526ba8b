import type { RecommendationReason } from '../../contracts/index.ts';
import type { HistoryStep } from '../../sequence/index.ts';

/** The reason that names an item of the history, by what the shopper did with it. */
export function becauseOf(itemId: string, history: readonly HistoryStep[]): RecommendationReason {
  const bought = history.some((step) => step.itemId === itemId && step.type === 'purchase');
  return { type: bought ? 'because-bought' : 'because-viewed', itemId };
}
