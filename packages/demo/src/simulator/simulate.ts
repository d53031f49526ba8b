import type { ConsentState, VuaEvent } from '@vua/models/contracts';
import { afterVisit } from './after-visit.ts';
import { timeOrderedId } from './log/time-ordered-id.ts';
import { type PlannedDay, planDay } from './plan-day.ts';
import { wholeBetween } from './random/draws.ts';
import { type Random, derivedRandom } from './random/seeded-random.ts';
import { type Memory, NEW_MEMORY } from './shoppers/memory.ts';
import { type Shopper, makeShopper } from './shoppers/shopper.ts';
import type { SimulationOptions } from './simulation.ts';
import { startVisit } from './start-visit.ts';
import type { Intent } from './visits/moves.ts';
import { relateItems } from './visits/related-items.ts';
import { openShelf } from './visits/shelf.ts';
import { createStock } from './visits/stock.ts';
import type { Next, Visit } from './visits/visit.ts';
import { type WalkedStep, type WalkedVisit, walkVisit } from './walk-visit.ts';

/** An event, and what only the simulator knows. */
export interface SimulatedEvent {
  readonly event: VuaEvent;
  /** UTC milliseconds at which the server would have it. */
  readonly receivedMs: number;
  /** Who did it. */
  readonly shopper: Shopper;
  readonly intent: Intent;
  /** From what the next event of this visit was drawn, after the last one `leave`. */
  readonly next: Next;
}

const PURPOSE = { visit: 31, envelope: 32, arms: 33 } as const;
const UNKNOWN: ConsentState = { analytics: 'unknown', personalization: 'unknown', statistics: 'unknown' };
const LONGEST_WAY_MS = 4000;

/**
 * What the shoppers of a shop do, day by day, each day in the order of the events' ids, as the server's export has them.
 * Memory holds the catalog, the shoppers and one day. @throws for a catalog without items
 */
export function* simulate(options: SimulationOptions): Generator<SimulatedEvent> {
  const { seed, items, startDay, days } = options;
  if (items.length === 0) throw new Error('a shop without items has no visitors');
  const [related, stock] = [relateItems(items), createStock(items)];
  const shoppers = Array.from({ length: options.shoppers }, (_, number) => makeShopper(seed, number, options));
  const memories = new Map<number, Memory>();
  const memoryOf = (number: number): Memory => memories.get(number) ?? NEW_MEMORY;
  const shopperOf = (number: number): Shopper => shoppers[number] ?? makeShopper(seed, number, options);
  for (let day = startDay; day < startDay + days; day += 1) {
    stock.deliver(day);
    const shelf = openShelf(items, day);
    const walked = visitsOf(planDay(options, day, shopperOf, memoryOf)).map(({ planned, visitNumber, startMs }) => {
      const { shopper } = planned;
      const random = derivedRandom(seed, PURPOSE.visit, day, shopper.number, visitNumber);
      const { visit, state } = startVisit({ items, related, shelf, stock, shopper, memory: memoryOf(shopper.number) }, startMs, random);
      const walk = walkVisit(visit, state, random);
      for (const { item, size } of walk.end.ordered) stock.take(item, size);
      memories.set(shopper.number, afterVisit(visit, walk.end, random));
      return toEvents(options, planned, visitNumber, visit, walk);
    });
    yield* walked.flat().sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
  }
}

interface PlannedVisit {
  readonly planned: PlannedDay;
  readonly visitNumber: number;
  readonly startMs: number;
}

/** In the order of their starts: who comes first gets the last piece. */
function visitsOf(plannedDays: readonly PlannedDay[]): PlannedVisit[] {
  return plannedDays.flatMap((planned) => planned.startsMs.map((startMs, visitNumber) => ({ planned, visitNumber, startMs }))).sort((a, b) => a.startMs - b.startMs || a.planned.shopper.number - b.planned.shopper.number);
}

/** Nothing of who did not agree. On the page of the first visit on which the shopper agreed, the first event is from before that. */
function toEvents({ seed, experiments = {} }: SimulationOptions, { shopper, startsMs: [firstMs = 0] }: PlannedDay, visitNumber: number, { shelf, memory, intent }: Visit, { steps }: WalkedVisit): SimulatedEvent[] {
  const { number, consent, customerId } = shopper;
  if (consent.analytics !== 'granted') return [];
  const anonymousId = timeOrderedId(firstMs, derivedRandom(seed, PURPOSE.envelope, shelf.day, number));
  const random = derivedRandom(seed, PURPOSE.envelope, shelf.day, number, visitNumber);
  const arms = drawArms(experiments, derivedRandom(seed, PURPOSE.arms, shelf.day, number));
  const sessionId = timeOrderedId(steps[0]?.timeMs ?? firstMs, random);
  return steps.map(({ body, timeMs, next }: WalkedStep, k) => {
    const isBefore = memory.visits === 0 && k === 0;
    const envelope = { id: timeOrderedId(timeMs, random), version: 1, timeMs, sessionId, anonymousId, ...(!isBefore && customerId !== undefined && { customerId }), consent: isBefore ? UNKNOWN : consent, ...(arms && { arms }) } as const;
    return { event: { ...envelope, ...body }, receivedMs: timeMs + wholeBetween(random, 50, LONGEST_WAY_MS), shopper, intent, next };
  });
}

function drawArms(experiments: NonNullable<SimulationOptions['experiments']>, random: Random): Readonly<Record<string, string>> | undefined {
  const drawn = Object.entries(experiments).map(([name, arms]) => [name, arms[Math.floor(random() * arms.length)] ?? arms[0]]);
  return drawn.length === 0 ? undefined : Object.fromEntries(drawn) as Record<string, string>;
}
