import { parseArgs } from 'node:util';
import { DAY_MS } from '../../packages/demo/src/simulator/index.ts';

export const SIMULATE_HELP = `Simulates the shoppers of a shop and writes their events as the server's export has them.
  npm run simulate -- --out FILE [--shoppers N] [--days N] [--seed N] [--items N] [--start DATE] [--events N] [--catalog FILE]

  --out FILE      NDJSON, an event a line, as of GET /v1/events/export?format=ndjson; train:sequence reads it with --format events
  --shoppers N    people; three in ten agree to nothing and are never in the log (default 2000)
  --days N        (default 60)
  --seed N        the same command writes the same file (default 1)
  --items N       a made catalog of so many items (default: the demo shop's own)
  --start DATE    first day, YYYY-MM-DD (default 2026-01-01)
  --events N      stop after so many
  --catalog FILE  write the catalog too: .csv for "npx vua catalog import" (its charts lie in charts/ beside it; made catalogs only),
                  .json as packages/demo/catalog.json is
`;

/** What the command line asks for. */
export interface SimulateOptions {
  readonly out: string;
  readonly shoppers: number;
  readonly days: number;
  readonly seed: number;
  /** Absent: the demo shop's own catalog. */
  readonly items: number | undefined;
  /** Days since 1970. */
  readonly startDay: number;
  readonly events: number;
  readonly catalog: string | undefined;
}

export type SimulateOptionsReading = { readonly status: 'read'; readonly options: SimulateOptions } | { readonly status: 'help' } | { readonly status: 'refused'; readonly reason: string };

const text = { type: 'string' } as const;
const OPTIONS = {
  out: text, shoppers: { ...text, default: '2000' }, days: { ...text, default: '60' }, seed: { ...text, default: '1' }, items: text,
  start: { ...text, default: '2026-01-01' }, events: text, catalog: text, help: { type: 'boolean', default: false },
} as const;

export function readSimulateOptions(args: readonly string[]): SimulateOptionsReading {
  const parsed = parse(args);
  if (typeof parsed === 'string') return refuse(parsed);
  const { help, out, start, catalog, ...numbers } = parsed;
  if (help) return { status: 'help' };
  if (out === undefined) return refuse('--out is needed');
  if (catalog !== undefined && !/\.(?:csv|json)$/.test(catalog)) return refuse('--catalog must end in .csv or .json');
  if (catalog?.endsWith('.csv') === true && numbers.items === undefined) return refuse('--catalog FILE.csv needs --items: the demo shop has its own catalog already');
  const startMs = /^\d{4}-\d{2}-\d{2}$/.test(start) ? Date.parse(start) : NaN;
  if (Number.isNaN(startMs) || startMs < 0) return refuse('--start must be a date from 1970 on, such as 2026-01-01');
  for (const name of ['shoppers', 'days', 'items', 'events'] as const) {
    if (numbers[name] !== undefined && !isCount(numbers[name])) return refuse(`--${name} must be a whole number from 1`);
  }
  if (!Number.isInteger(Number(numbers.seed))) return refuse('--seed must be a whole number');
  const { shoppers, days, seed, items, events } = numbers;
  return {
    status: 'read',
    options: {
      out, catalog, startDay: startMs / DAY_MS, shoppers: Number(shoppers), days: Number(days), seed: Number(seed),
      items: items === undefined ? undefined : Number(items), events: events === undefined ? Infinity : Number(events),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const isCount = (value: string): boolean => /^\d+$/.test(value) && Number(value) >= 1 && Number.isSafeInteger(Number(value));
const refuse = (reason: string): SimulateOptionsReading => ({ status: 'refused', reason });
