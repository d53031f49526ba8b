import type { RecommendableItem } from '../catalog.ts';
import { createCatalog } from '../catalog.ts';
import type { HistoryStep } from '../../sequence/index.ts';
import type { Crowd, Expectation, Follower, RankedItem, RecommendationSources } from '../recommendation-sources.ts';

export const garment = (id: string, facts: Partial<RecommendableItem> = {}): RecommendableItem => (
  { id, garmentType: 'tee', audience: 'women', colours: ['#202020'], price: { amountMinor: 300_000, currency: 'VND' }, ...facts }
);

export const viewed = (...itemIds: readonly string[]): readonly HistoryStep[] => itemIds.map((itemId) => ({ itemId, type: 'view_item' }));

export const ranked = (...itemIds: readonly string[]): readonly RankedItem[] => itemIds.map((itemId, place) => ({ itemId, score: 100 - place }));

export const followedBy = (rows: Readonly<Record<string, readonly Follower[]>>): RecommendationSources['followers'] => (itemId) => rows[itemId] ?? [];

export const crowdOf = (facts: Partial<Crowd> = {}): Crowd => ({ popular: [], trending: [], newest: [], popularInSize: () => [], ...facts });

export const expecting = (items: readonly RankedItem[], causes: Readonly<Record<string, string>> = {}): RecommendationSources['expect'] => (limit, among) => {
  const asked = among === undefined ? items.slice(0, limit) : items.filter(({ itemId }) => among.includes(itemId));
  const answer: Expectation = { modelVersion: 'v1', items: asked, causeOf: (itemId) => causes[itemId] };
  return answer;
};

/** Of a shop whose log is empty, unless told otherwise. */
export function sourcesOf(items: readonly RecommendableItem[], facts: Partial<RecommendationSources> = {}): RecommendationSources {
  return { expect: () => undefined, followers: () => [], crowd: crowdOf(), catalog: createCatalog(items), history: [], listings: [], ...facts };
}
