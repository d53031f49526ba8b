import type { EventMoney, RecommendationKind, RecommendationRules } from '../contracts/index.ts';

/** What one piece may cost, in the smallest unit of `currency`; what is priced in another currency stays out. */
export interface PriceRange {
  readonly currency: EventMoney['currency'];
  readonly leastMinor?: number;
  readonly mostMinor?: number;
}

/** One question for recommendations. */
export interface RecommendationRequest {
  /** Names the answer; drawn by who asks. */
  readonly id: string;
  readonly kind: RecommendationKind;
  /** What it is about: the product of the page, the items of the cart or the order, the list to re-rank. May name what the catalog does not know. */
  readonly itemIds: readonly string[];
  /** Length of the answer, from 1. */
  readonly limit: number;
  /** For `popular-in-size`: the shopper's size. */
  readonly size?: string;
  /** Sizes of an item that fit the shopper; undefined where that is not known. One of them must be in stock. */
  readonly sizesFor?: (itemId: string) => readonly string[] | undefined;
  readonly price?: PriceRange;
  /** Dismissed, or not wanted here for another reason. */
  readonly exclude?: readonly string[];
  /** Bought before, beside the purchases of the history. */
  readonly bought?: readonly string[];
  /** 0: by score alone; 1: as different as can be. @default 0.3; 0 for `rerank`, `recently-seen` and `trending` */
  readonly diversity?: number;
  readonly rules?: RecommendationRules;
}
