import { weightedIndex } from '../random/draws.ts';
import type { Random } from '../random/seeded-random.ts';
import type { Pool } from './pool.ts';

/** Why an item is looked at: it stood in the list, resembles the one before, goes with the bag, was seen before, suits taste and season, or everybody looks at it. */
export type SourceName = 'listed' | 'similar' | 'matching' | 'seen' | 'fresh' | 'trending';

export interface ItemSource {
  readonly name: SourceName;
  /** Of all looks; those of a mix sum to 1. */
  readonly share: number;
  readonly pool: Pool;
}

/** What the next item is drawn from; empty where there is nothing to look at. */
export type ItemMix = readonly ItemSource[];

/** Sources without items fall away; the others share what is left. @param shares relative */
export function mixOf(shares: Readonly<Partial<Record<SourceName, number>>>, poolOf: (name: SourceName) => Pool): ItemMix {
  const names = (Object.keys(shares) as SourceName[]).filter((name) => (shares[name] ?? 0) > 0);
  const filled = names.map((name) => ({ name, share: shares[name] ?? 0, pool: poolOf(name) })).filter(({ pool }) => pool.items.length > 0);
  const sum = filled.reduce((total, { share }) => total + share, 0);
  return filled.map((source) => ({ ...source, share: source.share / sum }));
}

/** Chance of each item of the catalog to be looked at, if the next event is `view_item`. Sum 1, or 0 of an empty mix. @param count items of the catalog */
export function itemChances(mix: ItemMix, count: number): Float64Array {
  const chances = new Float64Array(count);
  for (const { share, pool } of mix) pool.items.forEach((item, k) => { chances[item] = (chances[item] ?? 0) + share * (pool.chances[k] ?? 0); });
  return chances;
}

/** @throws for an empty mix */
export function drawItem(mix: ItemMix, random: Random): { readonly item: number; readonly from: SourceName } {
  const source = mix[weightedIndex(random, mix.map(({ share }) => share))];
  const item = source?.pool.items[weightedIndex(random, source.pool.chances)];
  if (source === undefined || item === undefined) throw new Error('there is no item to look at');
  return { item, from: source.name };
}
