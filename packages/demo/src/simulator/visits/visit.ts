import type { GarmentType } from '@vua/models/contracts';
import type { SimulatedItem } from '../catalog/simulated-item.ts';
import { liking } from '../shoppers/liking.ts';
import { wears } from '../shoppers/wears.ts';
import type { Shopper } from '../shoppers/shopper.ts';
import { type Memory, needOf } from '../shoppers/memory.ts';
import { type ItemMix, type SourceName, mixOf } from './item-mix.ts';
import { type Intent, type MoveChances, moveChances } from './moves.ts';
import { EMPTY_POOL, type Pool, poolOf } from './pool.ts';
import type { RelatedItems } from './related-items.ts';
import type { Shelf } from './shelf.ts';
import type { Stock } from './stock.ts';
import type { VisitState } from './visit-state.ts';

/** What is the same throughout a visit. */
export interface Visit {
  readonly items: readonly SimulatedItem[];
  readonly related: RelatedItems;
  readonly shelf: Shelf;
  readonly stock: Pick<Stock, 'has'>;
  readonly shopper: Shopper;
  readonly memory: Memory;
  readonly intent: Intent;
  /** Types of garment that the shopper has in mind. */
  readonly focus: readonly GarmentType[];
  /** The size that the shopper believes in, as long as nobody advised one. */
  readonly believedSizeOf: (item: Pick<SimulatedItem, 'chart'>) => string;
  /** What suits taste, season and focus. */
  readonly fresh: Pool;
  /** UTC milliseconds from which on the shopper leaves. */
  readonly untilMs: number;
}

/** What comes next, as the simulator knows it. */
export interface Next {
  /** Of the type of the next event, or that there is none in this visit. */
  readonly moves: MoveChances;
  /** Of which item, should it be `view_item`: see `itemChances`. */
  readonly items: ItemMix;
}

const SHARES: Readonly<Record<Intent, Readonly<Record<SourceName, number>>>> = {
  browse: { listed: 10, similar: 5, matching: 0.3, seen: 0.6, fresh: 2.4, trending: 1.4 },
  look: { listed: 10, similar: 6, matching: 0.2, seen: 0.9, fresh: 2.6, trending: 0.3 },
  buy: { listed: 10, similar: 5, matching: 0.2, seen: 1.4, fresh: 2.4, trending: 0.3 },
};
/** Once something is in the bag, or bought: what goes with it. */
const OUTFIT_SHARE = 6;
/** What resembles what is looked at is chosen less by taste: it is taste already. */
const LIKING_OF_RELATED = 0.5;
/** Of a visit with the longest patience. */
const MOST_STEPS = 150;

/** Pool of what the shopper came for. */
export function freshPool({ items, shelf, shopper, memory, focus }: Pick<Visit, 'items' | 'shelf' | 'shopper' | 'memory' | 'focus'>): Pool {
  const candidates = focus.flatMap((type) => shelf.byType[shopper.sex].get(type) ?? []);
  const needs = new Map(focus.map((type) => [type, needOf(memory, type, shelf.day)]));
  return poolOf(candidates, (item) => {
    const self = items[item];
    return self === undefined ? 0 : (shelf.daily[item] ?? 0) * (needs.get(self.product.garmentType) ?? 1) * Math.exp(liking(shopper.taste, self));
  });
}

export function nextOf(visit: Visit, state: VisitState): Next {
  const { shopper, intent, items, stock, untilMs } = visit;
  const mix = itemMix(visit, state);
  const self = state.item === undefined ? undefined : items[state.item];
  const size = self && wantedSize(visit, state, self);
  const moves = moveChances({
    phase: state.phase, intent, adviceReadiness: shopper.adviceReadiness, steps: state.steps, cartLines: state.bag.length, canView: mix.length > 0,
    liking: self ? liking(shopper.taste, self) : 0,
    isSizeInStock: state.item === undefined || size === undefined || stock.has(state.item, size),
    isInCart: state.bag.some(({ item }) => item === state.item),
    isOver: state.timeMs >= untilMs || state.steps >= MOST_STEPS,
  });
  return { moves, items: mix };
}

/** The size that the shopper would take of an item. */
export const wantedSize = ({ believedSizeOf }: Visit, { chosenSize, advisedSize }: VisitState, item: SimulatedItem): string => chosenSize ?? advisedSize ?? believedSizeOf(item);

function itemMix(visit: Visit, { phase, item, seen, listed }: VisitState): ItemMix {
  const { intent, related, shelf, shopper, fresh } = visit;
  const isOutfit = phase === 'cart' || phase === 'ordered';
  const shares = { ...SHARES[intent], ...(isOutfit && { matching: OUTFIT_SHARE }), ...(phase !== 'list' && { listed: 0 }) };
  const pools: Readonly<Record<SourceName, () => Pool>> = {
    listed: () => poolOf(listed, (_, place) => 1 / (1 + place)),
    similar: () => (item === undefined ? EMPTY_POOL : liked(visit, related.similarTo(item))),
    matching: () => (item === undefined ? EMPTY_POOL : liked(visit, related.matching(item))),
    seen: () => poolOf(seen, (each, place) => (each === item || (shelf.daily[each] ?? 0) === 0 ? 0 : 1 / (1 + place))),
    fresh: () => fresh,
    trending: () => shelf.trending[shopper.sex],
  };
  return mixOf(shares, (name) => pools[name]());
}

/** Those of a pool that are sold today and worn by the shopper; what is liked more often. */
function liked({ items, shelf, shopper }: Visit, { items: candidates, chances }: Pool): Pool {
  return poolOf(candidates, (item, place) => {
    const self = items[item];
    const isOffered = self !== undefined && (shelf.daily[item] ?? 0) > 0 && wears(shopper.sex, self);
    return isOffered ? (chances[place] ?? 0) * Math.exp(LIKING_OF_RELATED * liking(shopper.taste, self)) : 0;
  });
}
