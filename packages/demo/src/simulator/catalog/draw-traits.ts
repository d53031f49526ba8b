import type { Product } from '@vua/models/contracts';
import { between, normal, wholeBetween } from '../random/draws.ts';
import type { Random } from '../random/seeded-random.ts';
import type { ItemTraits } from './simulated-item.ts';
import { garmentLine } from './garment-lines.ts';
import { COLOUR_FAMILIES, STYLES, unit } from './looks.ts';

/** The days a simulation is about. */
export interface Span {
  /** Days since 1970, Vietnamese time. */
  readonly startDay: number;
  readonly days: number;
}

/** What is known of an item before its traits are drawn. */
export interface Draft {
  readonly product: Product;
  readonly warmth: number;
  /** Direction of its taste; empty where the catalog does not say, then one is drawn. */
  readonly style: readonly number[];
  readonly colourFamily?: number;
  /** From 0, the most popular. */
  readonly popularityRank: number;
}

/** Exponent of Zipf's law: of 2,000 items the first tenth gets some six in ten looks. */
const ZIPF = 0.8;
const LONGEST_PAST_DAYS = 240;
const STYLE_NOISE = 0.25;
const RUNS_LARGE_CM = 1.3;

export function drawTraits({ product: { garmentType, price }, warmth, style, colourFamily, popularityRank }: Draft, random: Random): Omit<ItemTraits, 'appearsDay' | 'leavesDay'> {
  const [basis, noise] = style.length === 0 ? [STYLES.map(() => 0), 1] : [unit(style), STYLE_NOISE];
  return {
    style: unit(basis.map((value) => value + noise * normal(random))),
    colourFamily: colourFamily ?? wholeBetween(random, 0, COLOUR_FAMILIES.length - 1),
    priceLevel: Math.log(price.amountMinor / garmentLine(garmentType).medianMinor),
    warmth: Math.min(1, Math.max(0, warmth)),
    popularity: (popularityRank + 1) ** -ZIPF,
    runsLargeCm: RUNS_LARGE_CM * normal(random),
  };
}

/** Items come and go: some are there when the log begins, others appear later; each stays a season to a year. */
export function drawLife({ startDay, days }: Span, random: Random): Pick<ItemTraits, 'appearsDay' | 'leavesDay'> {
  const appearsDay = Math.floor(between(random, startDay - LONGEST_PAST_DAYS, startDay + days));
  return { appearsDay, leavesDay: appearsDay + wholeBetween(random, 90, 400) };
}

/** The mean popularity becomes 1. */
export function levelPopularity<T extends { readonly traits: ItemTraits }>(items: readonly T[]): T[] {
  const mean = items.reduce((sum, { traits }) => sum + traits.popularity, 0) / Math.max(items.length, 1);
  return items.map((item) => ({ ...item, traits: { ...item.traits, popularity: item.traits.popularity / mean } }));
}
