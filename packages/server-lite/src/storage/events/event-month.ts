/** Months are filed for this long before now; an id may be up to two days ahead, as a device's clock may. */
const FILED_MONTHS = 24;
const AHEAD_MS = 2 * 24 * 60 * 60 * 1000;

const TIME_ORDERED_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isTimeOrderedId = (id: string): boolean => TIME_ORDERED_ID.test(id);

/** UTC milliseconds at which a UUID version 7 was made, by the clock of its maker. */
export const idTimeMs = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

/** Month of a time, such as `2026-11`; of years after 9999, with more digits. */
export function monthOf(timeMs: number): string {
  const date = new Date(timeMs);
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** First millisecond of a month. */
export const monthStartMs = (month: string): number => Date.UTC(Number(month.slice(0, -3)), Number(month.slice(-2)) - 1);

/** First millisecond after a month. */
export const monthEndMs = (month: string): number => Date.UTC(Number(month.slice(0, -3)), Number(month.slice(-2)));

/**
 * Whether a month may be made for events of this time. Wrong clocks and made-up ids would else fill the database with months;
 * what lies outside is kept apart. An event always lies in its month if that was made, so the same id never lies in two places.
 */
export function mayBeFiled(timeMs: number, nowMs: number): boolean {
  const now = new Date(nowMs);
  const oldestMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - FILED_MONTHS);
  return timeMs >= oldestMs && timeMs < nowMs + AHEAD_MS;
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** The time of a UUID version 7 has 48 bits. */
const END_OF_TIME_MS = 2 ** 48;

/** Lowest UUID of a time: not one itself, but all that are made from then on come after it. */
export function firstIdAt(timeMs: number): string {
  if (timeMs >= END_OF_TIME_MS) return LAST_ID;
  const hex = timeMs.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

const MONTH_TABLE = /^events_(\d{4,6})_(\d{2})$/;

/** Month of a table such as `events_2026_11`, if it is one of a month. */
export function monthOfTable(table: string): string | undefined {
  const [, year, month] = MONTH_TABLE.exec(table) ?? [];
  return year === undefined ? undefined : `${year}-${month}`;
}
