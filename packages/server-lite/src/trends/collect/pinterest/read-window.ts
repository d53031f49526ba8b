import { TrendsAnswer } from './pinterest-answers.ts';
import type { WindowPoint } from './splice-windows.ts';

export type ReadWindow =
  | { readonly status: 'read'; readonly points: readonly WindowPoint[] }
  /** The tag is none of the top trends that were asked for. */
  | { readonly status: 'absent' }
  | { readonly status: 'unreadable' };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Of a hundred; what is less is rounding. */
const LEAST = 1e-6;
const withoutBlanks = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '');

/** The weeks of a tag in an answer about top trends, ascending; `quiet luxury` and `quietluxury` are one tag. */
export function readWindow(json: unknown, tag: string): ReadWindow {
  if (!TrendsAnswer.Check(json)) return { status: 'unreadable' };
  const trend = json.trends.find(({ keyword }) => withoutBlanks(keyword) === withoutBlanks(tag));
  if (trend === undefined) return { status: 'absent' };
  const points = Object.entries(trend.time_series).map(([date, value]) => ({ weekEndMs: DATE.test(date) ? Date.parse(date) : Number.NaN, value: value < LEAST ? 0 : value }));
  if (points.length === 0 || points.some(({ weekEndMs, value }) => !(weekEndMs >= 0) || !Number.isFinite(value))) return { status: 'unreadable' };
  return { status: 'read', points: points.toSorted((one, other) => one.weekEndMs - other.weekEndMs) };
}
