import type { EventItem } from '../contracts/index.ts';

// The sequence model learns rows by these numbers: never re-sort, only append. Bucket 0 always means: not known.

/** What a shopper can do with one item, in the order of the model's table; a step's type is one of these. */
export const STEP_TYPES = ['view_item', 'recommendation_click', 'size_chart_click', 'size_finder_open', 'size_choose', 'add_to_cart', 'remove_from_cart', 'purchase', 'return_item'] as const;
export type StepType = (typeof STEP_TYPES)[number];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lower edges of the buckets for the time between two steps, milliseconds. */
export const GAP_EDGES_MS: readonly number[] = [0, 10 * SECOND, 30 * SECOND, MINUTE, 3 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR, 12 * HOUR, DAY, 3 * DAY, 7 * DAY];

/**
 * Lower edges of the price buckets, in minor units: six a decade, so that a bucket is at most half as much again as the one below, from 100 (1.00 dollar) to 700,000,000.
 * A shop has one currency as a rule; the model learns what is cheap in it.
 */
export const PRICE_EDGES_MINOR: readonly number[] = [0, ...[2, 3, 4, 5, 6, 7, 8].flatMap((decade) => [1, 1.5, 2, 3, 5, 7].map((step) => step * 10 ** decade))];

/** 0: not known; `k`: at or above edge `k - 1`, and below the next. */
export function bucketOf(value: number | undefined, edges: readonly number[]): number {
  return value === undefined ? 0 : edges.filter((edge) => edge <= value).length;
}

/** Bucket of what one piece costs. */
export const priceBucketOf = ({ price }: Pick<EventItem, 'price'>): number => bucketOf(price?.amountMinor, PRICE_EDGES_MINOR);
