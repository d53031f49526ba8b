import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LogFigures, type ShopCatalog, type SimulatedItem, adoptCatalog, makeCatalog, simulate, toShopCatalog } from '../packages/demo/src/simulator/index.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';
import { secondsSince } from './seconds-since.ts';
import { SIMULATE_HELP, type SimulateOptions, readSimulateOptions } from './simulate/read-options.ts';
import { writeCatalog } from './simulate/write-catalog.ts';
import { writeLog } from './simulate/write-log.ts';

const reading = readSimulateOptions(process.argv.slice(2));
if (reading.status === 'help') console.log(SIMULATE_HELP);
else if (reading.status === 'refused') fail(`${reading.reason}\n\n${SIMULATE_HELP}`);
else await run(reading.options);

async function run(options: SimulateOptions): Promise<void> {
  const items = itemsFor(options);
  console.log(`seed ${options.seed}, ${items.length} items, ${options.shoppers} shoppers, ${options.days} days`);
  const startedMs = performance.now();
  if (options.catalog !== undefined) writeCatalog(options.catalog, toShopCatalog(items));
  const figures = await writeLog(options.out, simulate({ ...options, items }), options.events);
  console.log(`${describe(figures)}\n${secondsSince(startedMs)}`);
}

function itemsFor({ items, ...options }: SimulateOptions): SimulatedItem[] {
  if (items !== undefined) return makeCatalog({ ...options, items });
  const own = JSON.parse(readFileSync(join(REPOSITORY_ROOT, 'packages', 'demo', 'catalog.json'), 'utf8')) as ShopCatalog;
  return adoptCatalog(own, options.seed);
}

function describe({ events, visits, ids, eventsAVisit, purchaseRate, returnRate, adviceRate, types }: LogFigures): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return [
    `${events} events, ${visits} visits of ${eventsAVisit.toFixed(1)} events, ${ids} pseudonymous ids`,
    `visits with an order ${percent(purchaseRate)}, with size advice ${percent(adviceRate)}; pieces brought back ${percent(returnRate)}`,
    Object.entries(types).sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`).join(', '),
  ].join('\n');
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
