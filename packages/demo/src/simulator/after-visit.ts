import type { SimulatedItem } from './catalog/simulated-item.ts';
import type { Random } from './random/seeded-random.ts';
import type { Memory } from './shoppers/memory.ts';
import type { Visit } from './visits/visit.ts';
import { planReturns } from './visits/plan-returns.ts';
import type { VisitState } from './visits/visit-state.ts';

const KEPT_VIEWED = 8;

/** What a shopper takes along from a visit. */
export function afterVisit({ items, memory, shopper, shelf, intent }: Visit, { seen, bag, ordered, returned }: VisitState, random: Random): Memory {
  const typeOf = (item: number): SimulatedItem['product']['garmentType'] | undefined => items[item]?.product.garmentType;
  const due = memory.returns.filter(({ dueDay }) => dueDay <= shelf.day);
  const kept = memory.returns.filter((planned) => !due.slice(0, returned).includes(planned));
  return {
    viewed: seen.slice(0, KEPT_VIEWED),
    boughtDay: { ...memory.boughtDay, ...Object.fromEntries(ordered.flatMap(({ item }) => { const type = typeOf(item); return type === undefined ? [] : [[type, shelf.day]]; })) },
    returns: [...kept, ...planReturns(ordered, items, shopper, shelf.day, random)],
    isLooking: ordered.length === 0 && seen.length > 0 && (bag.length > 0 || intent !== 'browse') && !memory.isLooking,
    visits: memory.visits + 1,
  };
}
