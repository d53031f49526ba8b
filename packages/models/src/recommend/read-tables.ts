import type { RecommendationTables } from '../contracts/index.ts';
import { type RecommendableItem, createCatalog } from './catalog.ts';
import { rankCrowd } from './crowd-tables.ts';
import type { Follower, RankedItem, RecommendationSources } from './recommendation-sources.ts';

/** What downloaded tables tell a device. */
export type TableSources = Pick<RecommendationSources, 'catalog' | 'crowd' | 'followers'>;

/** @param tables as `RecommendationTables` allows; numbers of items that there are not are left out */
export function readTables(tables: RecommendationTables): TableSources {
  const places = new Map(tables.itemIds.map((itemId, place) => [itemId, place]));
  const idAt = (place: number | undefined): string | undefined => tables.itemIds[place ?? -1];
  const used = new Set(tables.used);
  const sizes = new Map(tables.sizes.map(({ size, items }) => [size, items]));
  const figures = tables.itemIds.map((itemId, place) => ({ itemId, popularity: tables.popularity[place] ?? 0, trend: tables.trend[place] ?? 0, firstSeenMs: tables.firstSeenMs[place] ?? 0 }));
  return {
    catalog: createCatalog(tables.itemIds.flatMap((id, place) => itemAt(tables, id, place, used.has(place)) ?? [])),
    crowd: rankCrowd(figures, (size) => chunks(sizes.get(size) ?? [], 2).flatMap(([place, score = 0]): readonly RankedItem[] => {
      const itemId = idAt(place);
      return itemId === undefined ? [] : [{ itemId, score }];
    }), tables.asOfMs),
    followers: (itemId) => chunks(tables.followers[places.get(itemId) ?? -1] ?? [], 3).flatMap(([place, weight = 0, boughtWeight = 0]): readonly Follower[] => {
      const id = idAt(place);
      return id === undefined ? [] : [{ itemId: id, weight, boughtWeight }];
    }),
  };
}

function itemAt({ garmentTypes, audiences, colours, sizesInStock, currency, pricesMinor }: RecommendationTables, id: string, place: number, isUsed: boolean): RecommendableItem | undefined {
  const at = <T>({ values, of }: { readonly values: readonly T[]; readonly of: readonly number[] }): T | undefined => values[of[place] ?? -1];
  const [garmentType, audience, amountMinor, sizes] = [at(garmentTypes), at(audiences), pricesMinor[place], at(sizesInStock)];
  if (garmentType === undefined || audience === undefined || amountMinor === undefined) return undefined;
  return { id, garmentType, audience, colours: at(colours) ?? [], price: { amountMinor, currency }, ...(isUsed && { condition: 'used' }), ...(sizes === null || sizes === undefined ? {} : { sizesInStock: sizes }) };
}

function chunks(values: readonly number[], size: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.floor(values.length / size) }, (_, k) => values.slice(k * size, (k + 1) * size));
}
