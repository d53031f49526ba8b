import { type CsvRow, csvRows } from './csv-rows.ts';
import type { TrendSeries } from './trend-series.ts';
import { dayNumber, weekNumber } from './week-number.ts';

/** Row 1 is the head. */
export interface CsvProblem {
  readonly row: number;
  readonly reason:
    | { readonly code: 'no-series' | 'no-weeks' | 'too-many-series' | 'too-many-weeks' | 'too-many-cells' | 'different-cell-count' | 'wrong-date' | 'other-weekday' | 'too-far-apart' | 'too-old' | 'in-the-future' }
    | { readonly code: 'duplicate-week'; readonly firstRow: number }
    | { readonly code: 'empty-name' | 'duplicate-name' | 'not-a-number' | 'negative' | 'too-large' | 'too-small'; readonly column: number };
}

export type CsvReading =
  | { readonly status: 'read'; readonly series: readonly TrendSeries[] }
  /** A thousand problems at most. */
  | { readonly status: 'refused'; readonly problems: readonly CsvProblem[] };

/** Weeks that a file may speak of, inclusive. */
export interface WeekBounds {
  /** @default any */
  readonly firstWeek?: number;
  /** @default any */
  readonly lastWeek?: number;
}

interface Row extends CsvRow {
  /** Undefined: no date. */
  readonly day: number | undefined;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MAX_WEEKS = 5200;
/** The largest public collection of fashion series has ten thousand, of five years. */
const [MAX_SERIES, MAX_CELLS] = [10_000, 3_000_000];
/** What a forecast computes with it stays a number: squares, sums and shares of it. */
const [LEAST_VALUE, MOST_VALUE] = [1e-9, 1e12];
const MOST_PROBLEMS = 1000;

/**
 * Reads weekly history: a head of names behind the week's column, then a row per week, its ISO date first. Rows may come
 * in any order and weeks may be left out; an empty cell is a week not seen. One wrong row refuses the whole, and so does a
 * file of more than 10,000 series or 3,000,000 cells, weeks that it leaves out included.
 */
export function readTrendCsv(text: string, bounds: WeekBounds = {}): CsvReading {
  const taken = takeRows(text);
  if (taken.status === 'refused') return taken;
  const { names, rows } = taken;
  const problems: CsvProblem[] = [];
  for (const problem of problemsOf(names, rows, bounds)) if (problems.push(problem) >= MOST_PROBLEMS) break;
  return problems.length > 0 ? { status: 'refused', problems: problems.sort((a, b) => a.row - b.row) } : toReading(names, rows);
}

/** Stops where there is more than can be meant. */
function takeRows(text: string): { readonly status: 'taken'; readonly names: readonly string[]; readonly rows: readonly Row[] } | Extract<CsvReading, { status: 'refused' }> {
  let names: readonly string[] | undefined;
  const rows: Row[] = [];
  let cellsSeen = 0;
  for (const { row, cells: [first = '', ...cells] } of csvRows(text, MAX_SERIES + 2)) {
    cellsSeen += 1 + cells.length;
    if (cells.length > MAX_SERIES) return refused(row, 'too-many-series');
    if (cellsSeen > MAX_CELLS) return refused(row, 'too-many-cells');
    if (rows.length > 2 * MAX_WEEKS) return refused(row, 'too-many-weeks');
    if (names === undefined) names = cells;
    else rows.push({ row, cells, day: dayNumber(first) });
  }
  return { status: 'taken', names: names ?? [], rows };
}

const refused = (row: number, code: 'too-many-series' | 'too-many-weeks' | 'too-many-cells'): Extract<CsvReading, { status: 'refused' }> => ({ status: 'refused', problems: [{ row, reason: { code } }] });

function* problemsOf(names: readonly string[], rows: readonly Row[], bounds: WeekBounds): Generator<CsvProblem, void, undefined> {
  yield* headProblems(names);
  if (rows.length === 0) yield { row: 1, reason: { code: 'no-weeks' } };
  for (const row of rows) yield* rowProblems(row, names.length);
  yield* weekProblems(rows, bounds);
}

function* headProblems(names: readonly string[]): Generator<CsvProblem, void, undefined> {
  if (names.length === 0) yield { row: 1, reason: { code: 'no-series' } };
  const known = new Set<string>();
  for (const [k, name] of names.entries()) {
    if (name === '') yield { row: 1, reason: { code: 'empty-name', column: k + 2 } };
    else if (known.has(name)) yield { row: 1, reason: { code: 'duplicate-name', column: k + 2 } };
    known.add(name);
  }
}

function* rowProblems({ row, day, cells }: Row, expected: number): Generator<CsvProblem, void, undefined> {
  if (day === undefined) yield { row, reason: { code: 'wrong-date' } };
  if (cells.length !== expected) yield { row, reason: { code: 'different-cell-count' } };
  else {
    for (const [k, cell] of cells.entries()) {
      const code = faultOf(cell);
      if (code !== undefined) yield { row, reason: { code, column: k + 2 } };
    }
  }
}

function faultOf(cell: string): 'not-a-number' | 'negative' | 'too-large' | 'too-small' | undefined {
  if (cell === '') return undefined;
  const value = NUMBER.test(cell) ? Number(cell) : NaN;
  if (Number.isNaN(value)) return 'not-a-number';
  if (value < 0) return 'negative';
  if (value > MOST_VALUE) return 'too-large';
  return value > 0 && value < LEAST_VALUE ? 'too-small' : undefined;
}

function* weekProblems(rows: readonly Row[], { firstWeek = -Infinity, lastWeek = Infinity }: WeekBounds): Generator<CsvProblem, void, undefined> {
  const seen = new Map<number, number>();
  const first = rows.find(({ day }) => day !== undefined)?.day ?? 0;
  for (const { row, day } of rows) {
    if (day === undefined) continue;
    const week = weekNumber(day);
    const firstRow = seen.get(week);
    if (firstRow !== undefined) yield { row, reason: { code: 'duplicate-week', firstRow } };
    else if ((day - first) % 7 !== 0) yield { row, reason: { code: 'other-weekday' } };
    else if (week < firstWeek) yield { row, reason: { code: 'too-old' } };
    else if (week > lastWeek) yield { row, reason: { code: 'in-the-future' } };
    else if (Math.abs(day - first) > MAX_WEEKS * 7) yield { row, reason: { code: 'too-far-apart' } };
    if (firstRow === undefined) seen.set(week, row);
  }
}

function toReading(names: readonly string[], rows: readonly Row[]): CsvReading {
  const weeks = rows.map(({ day = 0 }) => weekNumber(day));
  const firstWeek = weeks.reduce((least, week) => Math.min(least, week), Infinity);
  const length = weeks.reduce((most, week) => Math.max(most, week), -Infinity) - firstWeek + 1;
  if (length * names.length > MAX_CELLS) return refused(1, 'too-many-cells');
  return { status: 'read', series: names.map((id, column) => {
    const values = new Array<number | null>(length).fill(null);
    rows.forEach(({ cells }, i) => {
      const cell = cells[column] ?? '';
      if (cell !== '') values[(weeks[i] as number) - firstWeek] = Number(cell);
    });
    return { id, firstWeek, values };
  }) };
}
