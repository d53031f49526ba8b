import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DAY_MS, type ShopCatalog, type SimulatedEvent, adoptCatalog, simulate } from '../../packages/demo/src/simulator/index.ts';
import { writeLog } from './write-log.ts';

const SEED = 1;
const DAYS = 28;
/** So many make about 10,000 events. */
const SHOPPERS = 900;

/** Writes what simulated shoppers did in the demo shop in the four weeks before now, as an export has it. The same minute gives the same file. @param nowMs UTC milliseconds @returns how many events */
export async function writeDemoEvents(root: string, file: string, nowMs: number): Promise<number> {
  const catalog = JSON.parse(readFileSync(join(root, 'packages', 'demo', 'catalog.json'), 'utf8')) as ShopCatalog;
  mkdirSync(dirname(file), { recursive: true });
  const { events } = await writeLog(file, eventsBefore(nowMs, catalog));
  return events;
}

function* eventsBefore(nowMs: number, catalog: ShopCatalog): Generator<SimulatedEvent> {
  // A day begins seven hours earlier in Vietnam than in UTC: one more on each side covers the four weeks, wherever now is.
  const startDay = Math.floor(nowMs / DAY_MS) - DAYS;
  const span = { startDay, days: DAYS + 2 };
  for (const simulated of simulate({ ...span, items: adoptCatalog(catalog, SEED), seed: SEED, shoppers: SHOPPERS })) {
    if (simulated.event.timeMs >= nowMs - DAYS * DAY_MS && simulated.receivedMs <= nowMs) yield simulated;
  }
}
