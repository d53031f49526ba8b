const DAY_MS = 86_400_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
// 1970-01-01 was a Thursday: three days after the Monday that weeks are counted from.
const THURSDAY = 3;

/** Whole days since 1970-01-01 of an ISO date such as 2019-12-30; undefined where there is no such day. */
export function dayNumber(date: string): number | undefined {
  if (!ISO_DATE.test(date)) return undefined;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(date) ? ms / DAY_MS : undefined;
}

/** Number of the week, from Monday to Sunday, that a day lies in; 0 began on 1969-12-29. */
export function weekNumber(day: number): number {
  return Math.floor((day + THURSDAY) / 7);
}

/** The Monday that a week begins with, such as 2019-12-30. */
export function mondayOf(week: number): string {
  return new Date((week * 7 - THURSDAY) * DAY_MS).toISOString().slice(0, 10);
}

/** Number of the week that a moment lies in, in UTC. */
export const weekOfMs = (utcMs: number): number => weekNumber(Math.floor(utcMs / DAY_MS));
