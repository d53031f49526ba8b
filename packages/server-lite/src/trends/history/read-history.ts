import type { Problem } from '@vua/models/contracts';
import { type CsvProblem, mondayOf, readTrendCsv, weekOfMs } from '@vua/models/trend';
import type { TrendSourceName } from '../trend-source-name.ts';
import type { TrendWeek } from '../weeks/trend-week.ts';
import { toWeeks } from './to-weeks.ts';

export type HistoryReading =
  /** `fromWeek`, `toWeek`: Mondays of the first and last week that the file names. */
  | { readonly status: 'read'; readonly tags: number; readonly weeks: readonly TrendWeek[]; readonly fromWeek: string; readonly toWeek: string }
  | { readonly status: 'refused'; readonly errors: NonNullable<Problem['errors']> };

/** A season is known after three years; older weeks only cost. */
const MOST_WEEKS_BACK = 20 * 52;
/** All of a file is one commit, for which other writers wait: these take some seconds. */
const MOST_VALUES = 300_000;
/** More are not read by anybody. */
const MOST_PROBLEMS = 100;

/** Rows of the weekly table from the bytes of a CSV file; one wrong cell refuses the whole. @param nowMs UTC milliseconds */
export function readHistory(bytes: Uint8Array, source: TrendSourceName, nowMs: number): HistoryReading {
  const text = textOf(bytes);
  if (text === undefined) return refused([{ at: '', rule: 'not-utf-8' }]);
  const thisWeek = weekOfMs(nowMs);
  // Where the shop is it may be Monday already.
  const reading = readTrendCsv(text, { firstWeek: thisWeek - MOST_WEEKS_BACK, lastWeek: thisWeek + 1 });
  if (reading.status === 'refused') return refused(reading.problems.map(placeOf));
  const outcome = toWeeks(reading.series, source, nowMs);
  if (outcome.status === 'refused') return refused(outcome.columns.map((column) => ({ at: `/line/1/column/${column}`, rule: outcome.rule })));
  if (outcome.weeks.length > MOST_VALUES) return refused([{ at: '', rule: 'too-many-cells' }]);
  const [{ firstWeek, values } = { firstWeek: thisWeek, values: [] }] = reading.series;
  return { status: 'read', tags: reading.series.length, weeks: outcome.weeks, fromWeek: mondayOf(firstWeek), toWeek: mondayOf(firstWeek + values.length - 1) };
}

const refused = (errors: NonNullable<Problem['errors']>): HistoryReading => ({ status: 'refused', errors: errors.slice(0, MOST_PROBLEMS) });

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function placeOf({ row, reason }: CsvProblem): { at: string; rule: string } {
  return { at: 'column' in reason ? `/line/${row}/column/${reason.column}` : `/line/${row}`, rule: reason.code };
}
