import type { RunningShop } from '../../journeys/testing/start-shop.ts';

/** A tag with a yearly wave. */
export interface MadeTag {
  readonly tag: string;
  /** Weeks from the last one until the top of the season. */
  readonly topInWeeks: number;
  /** Weeks that were seen, at the end of the history. @default all */
  readonly weeks?: number;
  /** Weeks at the end in which nothing was seen. @default 0 */
  readonly silentWeeks?: number;
}

const WEEK_MS = 7 * 86_400_000;
const HISTORY_WEEKS = 160;
/** The first of January 1970 was a Thursday. */
const MONDAY_MS = 4 * 86_400_000;

/** Monday of the last whole week before a moment. */
export const lastWholeWeekMs = (nowMs: number): number => Math.floor((nowMs - MONDAY_MS) / WEEK_MS) * WEEK_MS + MONDAY_MS - WEEK_MS;

/** Weekly history as a shop uploads it; the same numbers whenever it ends. @param lastMs Monday of the last week */
export function madeCsv(tags: readonly MadeTag[], lastMs: number): string {
  const rows = Array.from({ length: HISTORY_WEEKS }, (_, k) => {
    const before = HISTORY_WEEKS - 1 - k;
    return [new Date(lastMs - before * WEEK_MS).toISOString().slice(0, 10), ...tags.map((tag) => valueOf(tag, before))].join(',');
  });
  return [['week', ...tags.map(({ tag }) => tag)].join(','), ...rows].join('\n');
}

function valueOf({ topInWeeks, weeks = HISTORY_WEEKS, silentWeeks = 0 }: MadeTag, before: number): string {
  if (before >= weeks) return '';
  if (before < silentWeeks) return '0';
  // A little unrest, so that nothing is certain.
  return (10 * (1 + 0.5 * Math.cos((2 * Math.PI * (before + topInWeeks)) / 52)) * (1 + 0.03 * Math.sin(before * 12.9))).toFixed(3);
}

export async function loadHistory(shop: RunningShop, csv: string, source = 'csv'): Promise<void> {
  const key = await shop.createKey('catalog:write');
  const response = await fetch(`${shop.url}/v1/trends/history?source=${source}`, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' }, body: csv });
  if (!response.ok) throw new Error(`history was not taken: ${response.status} ${await response.text()}`);
}
