import { dot } from '../catalog/looks.ts';
import { garmentLine } from '../catalog/garment-lines.ts';
import type { ItemTraits, SimulatedItem } from '../catalog/simulated-item.ts';
import { EMPTY_POOL, type Pool, poolOf } from './pool.ts';

/** By place in the catalog. */
export interface RelatedItems {
  /** What resembles it. */
  readonly similarTo: (item: number) => Pool;
  /** What is worn with it. */
  readonly matching: (item: number) => Pool;
}

/** Most items that one is compared with, so that a catalog of 50,000 takes seconds. */
const MOST_COMPARED = 400;
const SIMILAR = 20;
const MATCHING = 12;
const STYLE_WEIGHT = 5;
const COLOUR_WEIGHT = 0.7;
const PRICE_WEIGHT = 1.5;
const POPULARITY_WEIGHT = 0.4;

/** Answers are worked out when they are first asked for. */
export function relateItems(items: readonly SimulatedItem[]): RelatedItems {
  const byType = Map.groupBy(items.keys(), (k) => items[k]?.product.garmentType);
  const nearest = (item: number, candidates: readonly number[], count: number): Pool => {
    const self = items[item];
    return self === undefined ? EMPTY_POOL : nearestOf(self, comparedWith(item, candidates, (other) => canShare(self, items[other])), count);
  };
  const nearestOf = ({ traits }: SimulatedItem, compared: readonly number[], count: number): Pool => {
    const scored = compared.map((other) => ({ other, score: closeness(traits, items[other]?.traits ?? traits) })).sort((a, b) => b.score - a.score || a.other - b.other).slice(0, count);
    return poolOf(scored.map(({ other }) => other), (_, place) => Math.exp(scored[place]?.score ?? 0));
  };
  const typeOf = (item: number): SimulatedItem['product']['garmentType'] => items[item]?.product.garmentType ?? 'tee';
  return {
    similarTo: remembered((item) => nearest(item, byType.get(typeOf(item)) ?? [], SIMILAR)),
    matching: remembered((item) => nearest(item, garmentLine(typeOf(item)).goesWith.flatMap((type) => byType.get(type) ?? []), MATCHING)),
  };
}

function closeness(one: ItemTraits, other: ItemTraits): number {
  const sameColour = Number(one.colourFamily === other.colourFamily);
  const priceGap = Math.abs(one.priceLevel - other.priceLevel);
  return STYLE_WEIGHT * dot(one.style, other.style) + COLOUR_WEIGHT * sameColour - PRICE_WEIGHT * priceGap + POPULARITY_WEIGHT * Math.log(other.popularity);
}

function comparedWith(item: number, candidates: readonly number[], canMeet: (other: number) => boolean): number[] {
  const stride = Math.max(1, Math.ceil(candidates.length / MOST_COMPARED));
  return candidates.filter((other, k) => other !== item && (k + item) % stride === 0 && canMeet(other));
}

const canShare = ({ product: one }: SimulatedItem, other: SimulatedItem | undefined): boolean =>
  other !== undefined && (one.audience === 'unisex' || other.product.audience === 'unisex' || one.audience === other.product.audience);

function remembered(work: (item: number) => Pool): (item: number) => Pool {
  const known = new Map<number, Pool>();
  return (item) => {
    const pool = known.get(item) ?? work(item);
    known.set(item, pool);
    return pool;
  };
}
