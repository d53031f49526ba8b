import { lognormal, weightedIndex } from './random/draws.ts';
import { type Random, derivedRandom } from './random/seeded-random.ts';
import { DAY_MS, type SimulationOptions, dayStartMs } from './simulation.ts';
import type { Memory } from './shoppers/memory.ts';
import type { Shopper } from './shoppers/shopper.ts';

/** One person's day in the shop: one pseudonymous id, one or two visits. */
export interface PlannedDay {
  readonly shopper: Shopper;
  /** UTC milliseconds, ascending. */
  readonly startsMs: readonly number[];
}

const PURPOSE = 21;
const HOUR_MS = 3_600_000;
/** How the hours from 6 to 22 share the visits: noon and evening. */
const HOURS = [1, 2, 3, 4, 4, 5, 7, 6, 4, 4, 4, 4, 5, 7, 9, 10, 7];
const FIRST_HOUR = 6;
const SECOND_VISIT = 0.12;
/** Chance a day that somebody who left something unfinished comes back. */
const COMES_BACK = 0.22;
const WEEKEND = 1.3;

/** Who comes on a day. Every shopper is asked in turn, so that nobody's day depends on another's. */
export function planDay({ seed, shoppers: count }: Pick<SimulationOptions, 'seed' | 'shoppers'>, day: number, shopperOf: (number: number) => Shopper, memoryOf: (number: number) => Memory): PlannedDay[] {
  const random = derivedRandom(seed, PURPOSE, day);
  return Array.from({ length: count }, (_, number) => number).flatMap((number) => {
    const draw = random();
    const [shopper, memory] = [shopperOf(number), memoryOf(number)];
    const brings = memory.returns.some(({ dueDay }) => dueDay <= day);
    const isThere = day >= shopper.fromDay && day < shopper.untilDay;
    const chance = shopper.visitsADay * dayFactor(day) + (memory.isLooking ? COMES_BACK : 0);
    return brings || (isThere && draw < chance) ? [{ shopper, startsMs: drawStarts(derivedRandom(seed, PURPOSE, day, number), day) }] : [];
  });
}

/** Weekends, and the days that Vietnamese shops make sales of: 9.9, 10.10, 11.11, 12.12. */
function dayFactor(day: number): number {
  const date = new Date(day * DAY_MS);
  const [month, ofMonth, weekday] = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay()];
  const sale = month >= 9 && month === ofMonth ? 2 : 1;
  return sale * (weekday === 0 || weekday === 6 ? WEEKEND : 1);
}

function drawStarts(random: Random, day: number): number[] {
  const firstMs = drawStart(random, day);
  const lastMs = dayStartMs(day) + 23 * HOUR_MS;
  const secondMs = firstMs + 2 * HOUR_MS + Math.round(lognormal(random, 2 * HOUR_MS, 0.5));
  return random() < SECOND_VISIT && secondMs < lastMs ? [firstMs, secondMs] : [firstMs];
}

const drawStart = (random: Random, day: number): number => dayStartMs(day) + Math.floor((FIRST_HOUR + weightedIndex(random, HOURS) + random()) * HOUR_MS);
