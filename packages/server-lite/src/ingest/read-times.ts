import { Type } from 'typebox';

/** A moment in a query: UTC milliseconds, or a day or time as ISO 8601 writes it, in UTC, such as `2026-11-20` or `2026-11-20T08:00:00Z`. */
export const TimeText = Type.String({ pattern: '^(?:[0-9]{1,15}|[0-9]{4}-[01][0-9]-[0-3][0-9](?:T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{3})?Z)?)$' });

export interface TimeRange {
  /** UTC milliseconds, inclusive. */
  readonly fromMs: number;
  /** Exclusive. */
  readonly toMs: number;
}

/** The range of a query; what is absent is open. @returns undefined for a day that is in no calendar, or an end before the start. */
export function readTimes({ from, to }: { readonly from?: string; readonly to?: string }, nowMs: number): TimeRange | undefined {
  // No event is after its receipt: all that is there happened until now.
  const range = { fromMs: from === undefined ? 0 : readTime(from), toMs: to === undefined ? nowMs + 1 : readTime(to) };
  return range.fromMs <= range.toMs ? range : undefined;
}

function readTime(text: string): number {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const timeMs = Date.parse(text);
  // `Date.parse` takes the 30th of February for the 2nd of March.
  return !Number.isNaN(timeMs) && new Date(timeMs).toISOString().slice(0, 10) === text.slice(0, 10) ? timeMs : Number.NaN;
}
