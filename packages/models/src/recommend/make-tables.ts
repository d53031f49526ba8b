import { MAX_TABLE_ITEMS, type RecommendationRules, type RecommendationTables } from '../contracts/index.ts';
import type { RecommendableItem } from './catalog.ts';
import type { CrowdFigures } from './crowd-tables.ts';
import type { Follower, RankedItem } from './recommendation-sources.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Followers of an item and items of a size that tables tell. */
const [KEPT_FOLLOWERS, KEPT_IN_SIZE] = [30, 100];

/** What tables are made of. */
export interface TableFacts {
  /** At most {@link MAX_TABLE_ITEMS}; the rest is left out. */
  readonly items: readonly RecommendableItem[];
  readonly asOfMs: number;
  readonly leastShoppers: number;
  readonly figuresOf: (itemId: string) => Omit<CrowdFigures, 'itemId'>;
  /** Only pairs of at least `leastShoppers`. */
  readonly followers: (itemId: string) => readonly Follower[];
  readonly sizes: readonly { readonly size: string; readonly items: readonly RankedItem[] }[];
  readonly rules: RecommendationRules;
}

/** The tables a device downloads: numbers of items in the place of ids, weights with three digits. */
export function makeTables({ items: all, asOfMs, leastShoppers, figuresOf, followers, sizes, rules }: TableFacts): RecommendationTables {
  const items = all.slice(0, MAX_TABLE_ITEMS);
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const figures = items.map(({ id }) => figuresOf(id));
  const numbered = (row: readonly { readonly itemId: string }[], most: number, tell: (each: number) => readonly number[]): number[] => (
    row.flatMap(({ itemId }, k) => (places.has(itemId) ? [[places.get(itemId) ?? 0, ...tell(k)]] : [])).slice(0, most).flat()
  );
  return {
    asOfMs: Math.floor(asOfMs / MINUTE_MS) * MINUTE_MS, leastShoppers, itemIds: items.map(({ id }) => id),
    garmentTypes: toColumn(items.map(({ garmentType }) => garmentType)), audiences: toColumn(items.map(({ audience }) => audience)),
    colours: toColumn(items.map(({ colours }) => [...colours])), sizesInStock: toColumn(items.map(({ sizesInStock }) => (sizesInStock === undefined ? null : [...sizesInStock]))),
    used: items.flatMap(({ condition }, place) => (condition === 'used' ? [place] : [])),
    currency: items[0]?.price.currency ?? 'VND', pricesMinor: items.map(({ price }) => price.amountMinor),
    popularity: figures.map(({ popularity }) => rounded(popularity)), trend: figures.map(({ trend }) => rounded(trend)),
    firstSeenMs: figures.map(({ firstSeenMs }) => Math.floor(firstSeenMs / HOUR_MS) * HOUR_MS),
    followers: items.map(({ id }) => {
      const row = followers(id);
      return numbered(row, KEPT_FOLLOWERS, (k) => [rounded(row[k]?.weight ?? 0), rounded(row[k]?.boughtWeight ?? 0)]);
    }),
    sizes: sizes.map(({ size, items: row }) => ({ size, items: numbered(row, KEPT_IN_SIZE, (k) => [rounded(row[k]?.score ?? 0)]) })),
    rules,
  };
}

const rounded = (value: number): number => Number(value.toPrecision(3));

/** Each different value once, and its number for each item. */
function toColumn<T>(each: readonly T[]): { values: T[]; of: number[] } {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  const of = each.map((value) => {
    const key = JSON.stringify(value);
    const number = numbers.get(key) ?? values.push(value) - 1;
    numbers.set(key, number);
    return number;
  });
  return { values, of };
}
