import type { TrendPathWeek, TrendWeeks } from '@vua/models/contracts';
import { WEEK_MS } from '../week.ts';
import { niceTicks } from './nice-ticks.ts';
import { type ChartPoint, bandPath, linePath } from './paths.ts';

/** A week of the chart: seen, forecast, or a gap. */
export interface ChartWeek {
  /** Monday. */
  readonly week: string;
  readonly seen?: number;
  readonly ahead?: TrendPathWeek;
}

export interface WeeksChart {
  /** Every week from the first to the last, ascending. */
  readonly weeks: readonly ChartWeek[];
  /** Place of the last week seen. */
  readonly lastSeenAt: number;
  /** Ascending, evenly far apart. */
  readonly ticks: readonly number[];
  /** SVG paths. */
  readonly paths: Readonly<Record<'seen' | 'ahead' | 'band80' | 'band95' | 'baseline', string>>;
}

/** Two years: a season can be seen twice. */
const SHOWN_WEEKS = 104;
const TICKS = 4;
/** The wide band may leave the chart where it would press all else to the ground. */
const MOST_BAND = 1.5;

/** What was seen of a tag and what is forecast, on one axis of time. */
export function weeksChart(seen: TrendWeeks['weeks'], path: readonly TrendPathWeek[]): WeeksChart {
  const weeks = weeksOf(seen, path);
  const ticks = niceTicks(0, topOf(weeks), TICKS);
  const top = ticks.at(-1) ?? 1;
  const lastSeenAt = weeks.findLastIndex((one) => one.seen !== undefined);
  const at = (k: number, value: number): NonNullable<ChartPoint> => ({ x: weeks.length > 1 ? k / (weeks.length - 1) : 0, y: value / top });
  // The forecast begins where the weeks end: one line, not two.
  const start = weeks[lastSeenAt]?.seen;
  const ahead = (valueOf: (week: TrendPathWeek) => number): NonNullable<ChartPoint>[] => [
    ...(start === undefined ? [] : [at(lastSeenAt, start)]),
    ...weeks.flatMap((one, k) => (one.ahead === undefined ? [] : [at(k, valueOf(one.ahead))])),
  ];
  return {
    weeks, lastSeenAt, ticks,
    paths: {
      seen: linePath(weeks.map((one, k) => (one.seen === undefined ? null : at(k, one.seen)))),
      ahead: linePath(ahead(({ value }) => value)),
      band80: bandPath(ahead(({ interval80 }) => interval80.low), ahead(({ interval80 }) => interval80.high)),
      band95: bandPath(ahead(({ interval95 }) => interval95.low), ahead(({ interval95 }) => interval95.high)),
      baseline: linePath(ahead(({ baseline }) => baseline)),
    },
  };
}

function weeksOf(seen: TrendWeeks['weeks'], path: readonly TrendPathWeek[]): readonly ChartWeek[] {
  const values = new Map(seen.map(({ week, value }) => [week, value]));
  const forecasts = new Map(path.map((one) => [one.week, one]));
  const [firstSeen, lastSeen] = [seen[0]?.week, seen.at(-1)?.week];
  const [first, last] = [firstSeen ?? path[0]?.week, path.at(-1)?.week ?? lastSeen];
  if (first === undefined || last === undefined) return [];
  const firstMs = Math.max(Date.parse(first), lastSeen === undefined ? 0 : Date.parse(lastSeen) - (SHOWN_WEEKS - 1) * WEEK_MS);
  return Array.from({ length: Math.round((Date.parse(last) - firstMs) / WEEK_MS) + 1 }, (_, k) => {
    const week = new Date(firstMs + k * WEEK_MS).toISOString().slice(0, 10);
    const [value, ahead] = [values.get(week), forecasts.get(week)];
    return { week, ...(value !== undefined && { seen: value }), ...(ahead !== undefined && { ahead }) };
  });
}

function topOf(weeks: readonly ChartWeek[]): number {
  const top = Math.max(0, ...weeks.map(({ seen = 0, ahead }) => Math.max(seen, ahead?.value ?? 0, ahead?.interval80.high ?? 0, ahead?.baseline ?? 0)));
  return Math.min(MOST_BAND * top, Math.max(top, ...weeks.map(({ ahead }) => ahead?.interval95.high ?? 0)));
}
