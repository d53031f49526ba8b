import { type AttributeId, type AttributeVocabulary, type SeenPost, weekOfMs, weeklyRows } from '@vua/models/trend';
import type { SourceRecord } from '../collect/source-record.ts';
import type { TrendStores } from '../collect/trend-stores.ts';
import type { TrendPoint } from '../collect/trend-point.ts';
import type { TrendPost } from '../trend-post.ts';
import type { TrendWeek } from '../weeks/trend-week.ts';

export interface SourceWeeksDeps extends Pick<TrendStores, 'posts' | 'pictures'> {
  readonly vocabulary: AttributeVocabulary;
}

/** Rows of the weekly table from what one source gave, of the weeks from `fromWeek` on. Posts are counted over all tracked tags, with the largest colour of their pictures that the vocabulary has; points of several regions are averaged. */
export async function sourceWeeks({ tenantId, config: { source, tags } }: SourceRecord, { posts, pictures, vocabulary }: SourceWeeksDeps, { fromWeek, toMs }: { readonly fromWeek: number; readonly toMs: number }): Promise<readonly TrendWeek[]> {
  const places = tags.map((tag) => ({ tenantId, source, tag }));
  const [seen, points, looked] = await Promise.all([
    Promise.all(places.map((place) => posts.list(place, startOf(fromWeek), toMs))),
    Promise.all(places.map(async (place) => ({ tag: place.tag, points: await posts.points(place) }))),
    pictures.list(tenantId, source, startOf(fromWeek)),
  ]);
  // A picture keeps the names it got, also of colours that the shop has given up since.
  const known = new Set(vocabulary.attributes.map(({ id }) => id));
  const colours = new Map(looked.map(({ postId, colours: seenColours }) => [postId, seenColours.find(({ attribute }) => known.has(attribute))?.attribute]));
  const rows: TrendWeek[] = [...weeklyRows(seen.flat().map((post) => withColour(post, colours.get(post.postId))), undefined, vocabulary)];
  return [...rows, ...points.flatMap((one) => pointWeeks({ source, tag: one.tag }, one.points))].filter(({ week }) => week >= fromWeek);
}

const withColour = (post: TrendPost, pictureColour: AttributeId | undefined): SeenPost => (pictureColour === undefined ? post : { ...post, pictureColour });

function pointWeeks(of: Pick<TrendWeek, 'source' | 'tag'>, points: readonly TrendPoint[]): readonly TrendWeek[] {
  return [...Map.groupBy(points, ({ weekEndMs }) => weekOfMs(weekEndMs))].map(([week, group]) => {
    const mean = group.reduce((sum, { value }) => sum + value, 0) / group.length;
    return { ...of, week, value: mean, count: mean, engagement: null, sentiment: null, seenMs: Math.max(...group.map(({ seenMs }) => seenMs)) };
  });
}

const DAY_MS = 86_400_000;
/** Monday, UTC milliseconds; weeks are counted from Monday 1969-12-29. */
const startOf = (week: number): number => (week * 7 - 3) * DAY_MS;
