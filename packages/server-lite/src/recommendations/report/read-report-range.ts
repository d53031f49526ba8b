import { type Static, Type } from 'typebox';
import type { ReportRange } from './recommendation-report.ts';

const DAY_MS = 86_400_000;
const [DEFAULT_DAYS, MOST_DAYS] = [28, 92];

/** A day, as ISO 8601 writes it, in UTC; or UTC milliseconds. */
const Day = Type.String({ pattern: '^(?:[0-9]{1,15}|[0-9]{4}-[01][0-9]-[0-3][0-9])$' });

export const ReportQuery = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }, { additionalProperties: false });

/** @returns undefined for a day that is in no calendar, an end before the start, or more than 92 days. Without an end: until now; without a start: the 28 days before the end. */
export function readReportRange({ from, to }: Static<typeof ReportQuery>, nowMs: number): ReportRange | undefined {
  const toMs = to === undefined ? nowMs + 1 : timeOf(to);
  const fromMs = from === undefined ? Math.max(0, toMs - DEFAULT_DAYS * DAY_MS) : timeOf(from);
  return fromMs <= toMs && toMs - fromMs <= MOST_DAYS * DAY_MS ? { fromMs, toMs } : undefined;
}

function timeOf(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const timeMs = Date.parse(text);
  // `Date.parse` takes the 30th of February for the 2nd of March.
  return !Number.isNaN(timeMs) && new Date(timeMs).toISOString().startsWith(text) ? timeMs : Number.NaN;
}
