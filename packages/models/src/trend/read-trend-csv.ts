import type { TrendSeries } from './trend-series.ts';
import { dayNumber, weekNumber } from './week-number.ts';

/** Row 1 is the head. */
export interface CsvProblem {
  readonly row: number;
  readonly reason:
    | { readonly code: 'no-series' | 'no-weeks' | 'different-cell-count' | 'wrong-date' | 'other-weekday' | 'too-far-apart' }
    | { readonly code: 'duplicate-week'; readonly firstRow: number }
    | { readonly code: 'empty-name' | 'duplicate-name' | 'not-a-number' | 'negative'; readonly column: number };
}

export type CsvReading =
  | { readonly status: 'read'; readonly series: readonly TrendSeries[] }
  | { readonly status: 'refused'; readonly problems: readonly CsvProblem[] };

interface Row {
  readonly row: number;
  readonly date: string;
  readonly cells: readonly string[];
}

interface DatedRow extends Row {
  readonly day: number;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MAX_WEEKS = 5200;

/**
 * Reads weekly history: a head of names behind the week's column, then a row per week, its ISO date first. Rows may come
 * in any order and weeks may be left out; an empty cell is a week not seen. One wrong row refuses the whole.
 */
export function readTrendCsv(text: string): CsvReading {
  const [head, ...rows] = rowsOf(text);
  const names = head?.cells ?? [];
  const dated = rows.flatMap((row) => dateRow(row) ?? []);
  const problems = [
    ...headProblems(names), ...(rows.length === 0 ? [{ row: 1, reason: { code: 'no-weeks' as const } }] : []),
    ...rows.flatMap((row) => rowProblems(row, names.length)), ...weekProblems(dated),
  ].sort((a, b) => a.row - b.row);
  return problems.length > 0 ? { status: 'refused', problems } : { status: 'read', series: toSeries(names, dated) };
}

function rowsOf(text: string): Row[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).flatMap((line, i) => {
    if (line.trim() === '') return [];
    const [date = '', ...cells] = splitLine(line);
    return [{ row: i + 1, date, cells }];
  });
}

function splitLine(line: string): string[] {
  return line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').replaceAll('""', '"'));
}

function dateRow(row: Row): DatedRow | undefined {
  const day = dayNumber(row.date);
  return day === undefined ? undefined : { ...row, day };
}

function headProblems(names: readonly string[]): CsvProblem[] {
  if (names.length === 0) return [{ row: 1, reason: { code: 'no-series' } }];
  return names.flatMap((name, i): CsvProblem[] => {
    if (name === '') return [{ row: 1, reason: { code: 'empty-name', column: i + 2 } }];
    return names.indexOf(name) < i ? [{ row: 1, reason: { code: 'duplicate-name', column: i + 2 } }] : [];
  });
}

function rowProblems({ row, date, cells }: Row, expected: number): CsvProblem[] {
  const problems: CsvProblem[] = dayNumber(date) === undefined ? [{ row, reason: { code: 'wrong-date' } }] : [];
  if (cells.length !== expected) return [...problems, { row, reason: { code: 'different-cell-count' } }];
  return [...problems, ...cells.flatMap((cell, i): CsvProblem[] => {
    if (cell === '') return [];
    if (!NUMBER.test(cell) || !Number.isFinite(Number(cell))) return [{ row, reason: { code: 'not-a-number', column: i + 2 } }];
    return Number(cell) < 0 ? [{ row, reason: { code: 'negative', column: i + 2 } }] : [];
  })];
}

function weekProblems(rows: readonly DatedRow[]): CsvProblem[] {
  const seen = new Map<number, number>();
  const first = rows[0]?.day ?? 0;
  return rows.flatMap(({ row, day }): CsvProblem[] => {
    const week = weekNumber(day);
    const firstRow = seen.get(week);
    if (firstRow !== undefined) return [{ row, reason: { code: 'duplicate-week', firstRow } }];
    seen.set(week, row);
    if ((day - first) % 7 !== 0) return [{ row, reason: { code: 'other-weekday' } }];
    return Math.abs(day - first) > MAX_WEEKS * 7 ? [{ row, reason: { code: 'too-far-apart' } }] : [];
  });
}

function toSeries(names: readonly string[], rows: readonly DatedRow[]): TrendSeries[] {
  const weeks = rows.map(({ day }) => weekNumber(day));
  const firstWeek = weeks.reduce((least, week) => Math.min(least, week), Infinity);
  const length = weeks.reduce((most, week) => Math.max(most, week), 0) - firstWeek + 1;
  return names.map((id, column) => {
    const values = new Array<number | null>(length).fill(null);
    rows.forEach(({ cells }, i) => {
      const cell = cells[column] ?? '';
      if (cell !== '') values[(weeks[i] as number) - firstWeek] = Number(cell);
    });
    return { id, firstWeek, values };
  });
}
