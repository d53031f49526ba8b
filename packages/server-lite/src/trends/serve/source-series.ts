import type { TrendSeries } from '@vua/models/trend';
import type { TrendSourceName } from '../trend-source-name.ts';
import type { TrendWeek } from '../weeks/trend-week.ts';

/** The weeks of one tag at one source, as the forecast takes them. */
export interface SourceSeries {
  readonly source: TrendSourceName;
  readonly tag: string;
  /** Its id is one among all sources. */
  readonly series: TrendSeries;
  /** The last week seen. */
  readonly lastWeek: number;
}

/**
 * One series for each source and tag. Weeks from `beforeWeek` on are left out: the running one is not whole yet.
 * @param weeks by source, tag and week, as the repository lists them
 */
export function toSourceSeries(weeks: readonly TrendWeek[], beforeWeek: number): readonly SourceSeries[] {
  const groups = new Map<string, TrendWeek[]>();
  for (const week of weeks) {
    if (week.week >= beforeWeek) continue;
    const id = idOf(week);
    const known = groups.get(id);
    if (known === undefined) groups.set(id, [week]);
    else known.push(week);
  }
  return [...groups].map(([id, group]) => toSeries(id, group));
}

/** Names a series among all sources. */
export const idOf = ({ source, tag }: Pick<SourceSeries, 'source' | 'tag'>): string => `${source}:${tag}`;

/** What {@link idOf} names; no source has a colon in its name. */
export function nameOf(id: string): Pick<SourceSeries, 'source' | 'tag'> {
  const colon = id.indexOf(':');
  return { source: id.slice(0, colon) as TrendSourceName, tag: id.slice(colon + 1) };
}

function toSeries(id: string, weeks: readonly TrendWeek[]): SourceSeries {
  const [first, last] = [weeks[0] as TrendWeek, weeks.at(-1) as TrendWeek];
  const values = new Array<number | null>(last.week - first.week + 1).fill(null);
  for (const { week, value } of weeks) values[week - first.week] = value;
  return { source: first.source, tag: first.tag, series: { id, firstWeek: first.week, values }, lastWeek: last.week };
}
