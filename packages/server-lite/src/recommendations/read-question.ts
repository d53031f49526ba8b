import { EventText, RecommendationKind, SiteKey } from '@vua/models/contracts';
import type { HistoryStep } from '@vua/models/sequence';
import { type Static, Type } from 'typebox';
import type { RecommendationQuestion } from './recommendation-service.ts';

/** At most 100 ids, with commas between them. */
const ItemIds = Type.String({ pattern: '^[^,\\u0000-\\u001f\\u007f]{1,128}(?:,[^,\\u0000-\\u001f\\u007f]{1,128}){0,99}$', maxLength: 8000 });
const Minor = Type.String({ pattern: '^[0-9]{1,15}$' });

/** Query of `GET /v1/recommendations`. */
export const RecommendationQuery = Type.Object(
  {
    site: Type.Optional(SiteKey),
    kind: RecommendationKind,
    /** The product of the page, the items of the cart or the order, the list to re-rank. For `for-you` and `recently-seen`: what was seen, oldest first. */
    items: Type.Optional(ItemIds),
    /** What was seen before, oldest first, for the other kinds. */
    seen: Type.Optional(ItemIds),
    bought: Type.Optional(ItemIds),
    exclude: Type.Optional(ItemIds),
    /** 1-100. @default 10 */
    limit: Type.Optional(Type.String({ pattern: '^(?:[1-9][0-9]?|100)$' })),
    /** 0-1, at most three decimals. */
    diversity: Type.Optional(Type.String({ pattern: '^(?:0(?:\\.[0-9]{1,3})?|1(?:\\.0{1,3})?)$' })),
    size: Type.Optional(EventText),
    /** With `leastMinor` or `mostMinor`: the currency they are in. @default VND */
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    leastMinor: Type.Optional(Minor),
    mostMinor: Type.Optional(Minor),
  },
  { additionalProperties: false },
);
export type RecommendationQuery = Static<typeof RecommendationQuery>;

const DEFAULT_LIMIT = 10;

/** @returns undefined for a price range that ends before it starts */
export function readQuestion({ kind, items, seen, bought, exclude, limit, diversity, size, currency = 'VND', leastMinor, mostMinor }: RecommendationQuery): RecommendationQuestion | undefined {
  const isHistory = kind === 'for-you' || kind === 'recently-seen';
  const price = leastMinor === undefined && mostMinor === undefined ? undefined : { currency, leastMinor: Number(leastMinor ?? 0), mostMinor: Number(mostMinor ?? Number.MAX_SAFE_INTEGER) };
  if (price !== undefined && price.leastMinor > price.mostMinor) return undefined;
  return {
    kind, itemIds: isHistory ? [] : idsOf(items), history: [...idsOf(seen), ...(isHistory ? idsOf(items) : [])].map(toView), bought: idsOf(bought), exclude: idsOf(exclude),
    limit: Number(limit ?? DEFAULT_LIMIT), ...(diversity === undefined ? {} : { diversity: Number(diversity) }), ...(size === undefined ? {} : { size }), ...(price === undefined ? {} : { price }),
  };
}

const idsOf = (list: string | undefined): readonly string[] => list?.split(',') ?? [];
const toView = (itemId: string): HistoryStep => ({ itemId, type: 'view_item' });
