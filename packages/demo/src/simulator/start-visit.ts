import type { GarmentType } from '@vua/models/contracts';
import { weightedIndex } from './random/draws.ts';
import type { Random } from './random/seeded-random.ts';
import { DAY_MS, dayStartMs } from './simulation.ts';
import { bestSize } from './shoppers/fit-of.ts';
import { needOf } from './shoppers/memory.ts';
import type { Intent } from './visits/moves.ts';
import type { Shelf } from './visits/shelf.ts';
import { type Visit, freshPool } from './visits/visit.ts';
import type { VisitState } from './visits/visit-state.ts';

type Given = Pick<Visit, 'items' | 'related' | 'shelf' | 'stock' | 'shopper' | 'memory'>;

const INTENTS: readonly Intent[] = ['browse', 'look', 'buy'];
const INTENT_WEIGHTS = [55, 32, 13];
const BROWSED_TYPES = 3;
/** Before midnight, so that no visit runs into the next day: no event takes longer. */
const LAST_MS = 10 * 60_000;

export interface StartedVisit {
  readonly visit: Visit;
  readonly state: VisitState;
}

/** Draws what somebody comes for. @param atMs UTC milliseconds, on the day of the shelf */
export function startVisit(given: Given, atMs: number, random: Random): StartedVisit {
  const { memory, shelf, shopper } = given;
  const brings = memory.returns.some(({ dueDay }) => dueDay <= shelf.day);
  const intent = INTENTS[weightedIndex(random, memory.isLooking ? [0, 70, 30] : INTENT_WEIGHTS)] ?? 'browse';
  const focus = drawFocus(shelf.byType[shopper.sex], given, intent === 'browse' ? BROWSED_TYPES : 1, random);
  const visit: Visit = { ...given, intent, focus, fresh: freshPool({ ...given, focus }), believedSizeOf: believedSizes(given), untilMs: dayStartMs(shelf.day) + DAY_MS - LAST_MS };
  return { visit, state: { phase: brings ? 'returning' : 'start', timeMs: atMs, steps: 0, seen: memory.viewed, listed: [], bag: [], ordered: [], returned: 0 } };
}

/** Types of garment by what is sold, in season and needed; what was looked for before comes first. */
function drawFocus(byType: Shelf['byType']['female'], { memory, items, shelf }: Given, count: number, random: Random): GarmentType[] {
  const [latest] = memory.viewed;
  const unfinished = memory.isLooking && latest !== undefined ? items[latest]?.product.garmentType : undefined;
  const types = [...byType.keys()].filter((type) => type !== unfinished);
  const weights = types.map((type) => weightOfType(byType.get(type) ?? [], shelf) * needOf(memory, type, shelf.day));
  const drawn: GarmentType[] = unfinished === undefined ? [] : [unfinished];
  while (drawn.length < count && weights.some((weight) => weight > 0)) {
    const k = weightedIndex(random, weights);
    drawn.push(...types.slice(k, k + 1));
    weights[k] = 0;
  }
  return drawn;
}

const weightOfType = (items: readonly number[], { daily }: Shelf): number => items.reduce((sum, item) => sum + (daily[item] ?? 0), 0);

/** Garments of a kind share a chart, so few questions are new. */
function believedSizes({ shopper }: Given): Visit['believedSizeOf'] {
  const known = new Map<string, string>();
  return ({ chart }) => {
    const size = known.get(chart.id) ?? bestSize(chart, shopper.believedBody).label;
    known.set(chart.id, size);
    return size;
  };
}
