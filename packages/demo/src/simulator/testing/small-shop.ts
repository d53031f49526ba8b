import { makeCatalog } from '../catalog/make-catalog.ts';
import { type SimulatedEvent, simulate } from '../simulate.ts';
import type { SimulationOptions } from '../simulation.ts';

/** 2026-01-01 */
export const NEW_YEAR = 20_454;

/** A shop that is simulated in a second. */
export function smallShop(changes: Partial<SimulationOptions> = {}, items = 200): SimulationOptions {
  const span = { startDay: changes.startDay ?? NEW_YEAR, days: changes.days ?? 30 };
  return { seed: 7, shoppers: 600, items: makeCatalog({ ...span, items, seed: changes.seed ?? 7 }), ...span, ...changes };
}

export const eventsOf = (options: SimulationOptions): SimulatedEvent[] => [...simulate(options)];
