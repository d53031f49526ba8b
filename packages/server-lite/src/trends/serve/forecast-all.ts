import { setImmediate } from 'node:timers/promises';
import type { TrendView } from './trend-view.ts';

export interface ForecastWorld {
  /** Milliseconds of any clock. */
  readonly now: () => number;
  /** Resolves when others had their turn. */
  readonly pause: () => Promise<unknown>;
}

const TURN_MS = 10;
const WORLD: ForecastWorld = { now: () => performance.now(), pause: () => setImmediate() };

/** Forecasts every series of a view, which then knows them, with turns for others in between: a thousand take seconds, in which nobody else would be answered. */
export async function forecastAll({ all, forecastOf }: Pick<TrendView, 'all' | 'forecastOf'>, { now, pause }: ForecastWorld = WORLD): Promise<void> {
  let startedMs = now();
  for (const one of all) {
    forecastOf(one);
    if (now() - startedMs < TURN_MS) continue;
    // oxlint-disable-next-line no-await-in-loop -- the turns are the point
    await pause();
    startedMs = now();
  }
}
