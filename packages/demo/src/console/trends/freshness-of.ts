import type { TrendSource } from '@vua/models/contracts';
import type { TrendLists } from './trends-state.ts';
import { ageWeeks } from './week.ts';

export interface Freshness {
  readonly source: TrendSource;
  /** Monday of the newest week. */
  readonly week: string;
  readonly ageWeeks: number;
}

/** How old each source's newest week is, the newest source first. Of a tag that several sources know, the lists tell only of the one seen last. */
export function freshnessOf({ lines }: TrendLists, nowMs: number): readonly Freshness[] {
  const newest = new Map<TrendSource, string>();
  for (const { source, asOfWeek } of Object.values(lines).flat()) if (asOfWeek > (newest.get(source) ?? '')) newest.set(source, asOfWeek);
  return [...newest].map(([source, week]) => ({ source, week, ageWeeks: ageWeeks(week, nowMs) })).sort((a, b) => a.ageWeeks - b.ageWeeks);
}
