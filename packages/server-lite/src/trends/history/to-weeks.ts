import { TrendTag } from '@vua/models/contracts';
import type { TrendSeries } from '@vua/models/trend';
import { Compile } from 'typebox/compile';
import { normalTag } from '../serve/normal-tag.ts';
import type { TrendSourceName } from '../trend-source-name.ts';
import type { TrendWeek } from '../weeks/trend-week.ts';

const MOST_LETTERS = 64;
const isTag = Compile(TrendTag);

export type HistoryOutcome =
  | { readonly status: 'taken'; readonly weeks: readonly TrendWeek[] }
  /** Columns of the file, counted from 1 with the week's. */
  | { readonly status: 'refused'; readonly rule: 'tag-empty' | 'tag-too-long' | 'tag-characters' | 'duplicate-name'; readonly columns: readonly number[] };

/** Rows of the weekly table from a file of history; weeks that were not seen have none. */
export function toWeeks(series: readonly TrendSeries[], source: TrendSourceName, seenMs: number): HistoryOutcome {
  const tags = series.map(({ id }) => normalTag(id));
  const columnsWhere = (isWrong: (tag: string, k: number) => boolean): readonly number[] => tags.flatMap((tag, k) => (isWrong(tag, k) ? [k + 2] : []));
  const firstAt = new Map(tags.toReversed().map((tag, k) => [tag, tags.length - 1 - k]));
  const rules = {
    'tag-empty': (tag: string) => tag === '', 'tag-too-long': (tag: string) => tag.length > MOST_LETTERS,
    // What a question could not name.
    'tag-characters': (tag: string) => !isTag.Check(tag), 'duplicate-name': (tag: string, k: number) => firstAt.get(tag) !== k,
  } as const;
  for (const rule of ['tag-empty', 'tag-too-long', 'tag-characters', 'duplicate-name'] as const) {
    const columns = columnsWhere(rules[rule]);
    if (columns.length > 0) return { status: 'refused', rule, columns };
  }
  return { status: 'taken', weeks: series.flatMap((one, k) => weeksOf(one, { source, tag: tags[k] ?? '', seenMs })) };
}

function weeksOf({ firstWeek, values }: TrendSeries, of: Pick<TrendWeek, 'source' | 'tag' | 'seenMs'>): TrendWeek[] {
  return values.flatMap((value, k) => (value === null ? [] : [{ ...of, week: firstWeek + k, value, count: value, engagement: null, sentiment: null }]));
}
