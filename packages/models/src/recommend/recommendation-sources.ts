import type { HistoryStep } from '../sequence/index.ts';
import type { Catalog, RecommendableItem } from './catalog.ts';

/** An item and how much speaks for it; larger is better. */
export interface RankedItem {
  readonly itemId: string;
  readonly score: number;
}

/** What came soon after an item. */
export interface Follower {
  readonly itemId: string;
  /** How often, nearer steps more; above 0. */
  readonly weight: number;
  /** The part of `weight` where both were put into the cart or bought. */
  readonly boughtWeight: number;
}

/** What many shoppers do. Each list is best first; empty where nothing is known. */
export interface Crowd {
  readonly popular: readonly RankedItem[];
  /** Now more than before. */
  readonly trending: readonly RankedItem[];
  /** By when they were first seen in the shop, newest first; only what is new. */
  readonly newest: readonly RankedItem[];
  /** What was bought in a size. */
  readonly popularInSize: (size: string) => readonly RankedItem[];
}

/** What the sequence model expects next. */
export interface Expectation {
  readonly modelVersion: string;
  /** Best first. */
  readonly items: readonly RankedItem[];
  /** Which item of the history contributed most to an item's score: without it, the score falls most. Undefined where it falls without none. */
  readonly causeOf: (itemId: string) => string | undefined;
}

/** Where strategies take what they know from. The device fills it from downloaded tables and model, the server from its event log. */
export interface RecommendationSources {
  /** The best `limit` items after the history, or how the items `among` rank. Undefined where there is no model or it knows no item of the history. */
  readonly expect: (limit: number, among?: readonly string[]) => Expectation | undefined;
  /** Heaviest first; empty for an item that is not known. */
  readonly followers: (itemId: string) => readonly Follower[];
  readonly crowd: Crowd;
  readonly catalog: Catalog;
  /** Oldest first; may be empty, long, and name items that are gone. */
  readonly history: readonly HistoryStep[];
  /** Used pieces on sale, newest first. */
  readonly listings: readonly RecommendableItem[];
}
