import { type MemberKnowledge, forecastMembers } from './forecast-members.ts';
import { meanOf } from './numbers.ts';
import { baseOf, relativeChange } from './relative-change.ts';
import { CHANGE_WEEKS, MAX_HORIZON_WEEKS, SEASON_WEEKS } from './trend-series.ts';

/** What forecasts of one series from one week missed by. */
export interface Miss {
  readonly id: string;
  /** c - forecast; undefined where the base was 0. */
  readonly change: number | undefined;
  /** (value - forecast) / mean of the last year, week by week as far as the series goes. */
  readonly path: Float64Array;
}

export interface HistoryOf {
  readonly id: string;
  readonly firstWeek: number;
  readonly values: Float64Array;
}

/** What a forecast made after `end` weeks of history, looking at the last `historyWeeks` of them, missed by. */
export function missAt({ id, firstWeek, values }: HistoryOf, end: number, historyWeeks: number, knowledge: MemberKnowledge): Miss | undefined {
  const from = Math.max(0, end - historyWeeks);
  const seen = values.slice(from, end);
  const truth = values.slice(end, end + MAX_HORIZON_WEEKS);
  const level = levelOf(seen);
  if (!(level > 0) || truth.length < CHANGE_WEEKS) return undefined;
  const references = knowledge.references.filter((reference) => reference.id !== id);
  const { ensemble } = forecastMembers(seen, firstWeek + from, truth.length, { ...knowledge, references });
  const base = baseOf(seen);
  return {
    id,
    change: base > 0 ? relativeChange(truth, base) - relativeChange(ensemble, base) : undefined,
    path: truth.map((value, h) => (value - (ensemble[h] as number)) / level),
  };
}

/** Mean of the last year: what misses of single weeks are measured by. */
export function levelOf(values: Float64Array): number {
  return meanOf(values, Math.max(0, values.length - SEASON_WEEKS), values.length);
}
