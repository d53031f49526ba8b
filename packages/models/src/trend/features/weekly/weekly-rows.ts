import type { TrendSource } from '../../../contracts/index.ts';
import { weekOfMs } from '../../week-number.ts';
import type { AttributeId, AttributeVocabulary } from '../attribute-vocabulary.ts';
import { sentimentOf } from '../sentiment/sentiment-of.ts';
import { attributesOfCaption } from '../tag-caption.ts';
import { TREND_VOCABULARY } from '../vocabulary/trend-vocabulary.ts';
import type { ReferenceBasket, SeenPost, WeekRow } from './week-row.ts';

interface WeekCell {
  readonly source: TrendSource;
  readonly tag: string;
  readonly week: number;
  readonly posts: SeenPost[];
}

/**
 * From posts to the weekly feature table: a row for each tag and for each attribute that captions tell, or colour that pictures do, in each week with a post. Order and repetitions of the posts do not matter:
 * of a post seen several times the last sight counts. Rows come by source, tag and week.
 * @param basket without one: the sum of the counts of all tags of the source in that week
 */
export function weeklyRows(posts: readonly SeenPost[], basket?: ReferenceBasket, vocabulary: AttributeVocabulary = TREND_VOCABULARY): readonly WeekRow[] {
  const tagCells = cellsOf(newestOf(posts, ({ source, tag, postId }) => keyOf(source, tag, postId)).map((post) => ({ tag: post.tag, post })));
  const attributeCells = cellsOf(newestOf(posts, ({ source, postId }) => keyOf(source, postId)).flatMap((post) => (
    attributesOfPost(post, vocabulary).map((tag) => ({ tag, post })))));
  const basketOf = basket ?? sumOfTags(tagCells);
  return [...tagCells, ...attributeCells].flatMap((cell) => rowOf(cell, basketOf(cell.source, cell.week)) ?? []).sort(byPlace);
}

/** Whoever names a colour knows which one is sold or worn: then the picture, of which the background or a second garment may be the largest part, adds none. */
function attributesOfPost({ caption = '', pictureColour }: SeenPost, vocabulary: AttributeVocabulary): readonly AttributeId[] {
  const told = [...attributesOfCaption(caption, vocabulary)];
  return pictureColour === undefined || told.some((attribute) => attribute.startsWith('colour:')) ? told : [...told, pictureColour];
}

const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);

function newestOf(posts: readonly SeenPost[], keyOfPost: (post: SeenPost) => string): readonly SeenPost[] {
  const newest = new Map<string, SeenPost>();
  for (const post of posts) {
    const key = keyOfPost(post);
    const known = newest.get(key);
    if (known === undefined || isNewer(post, known)) newest.set(key, post);
  }
  return [...newest.values()];
}

/** Of two sights of the same moment one is chosen by what they say, so that the order of the posts does not matter. */
function isNewer(post: SeenPost, known: SeenPost): boolean {
  if (post.seenMs !== known.seenMs) return post.seenMs > known.seenMs;
  const facts = ({ tag, postedMs, caption = '', pictureColour, likes = -1, comments = -1 }: SeenPost): string => JSON.stringify([caption, pictureColour ?? '', likes, comments, postedMs, tag]);
  return facts(post) > facts(known);
}

function cellsOf(entries: readonly { readonly tag: string; readonly post: SeenPost }[]): readonly WeekCell[] {
  const cells = new Map<string, WeekCell>();
  for (const { tag, post } of entries) {
    const week = weekOfMs(post.postedMs);
    const key = keyOf(post.source, tag, week);
    const cell = cells.get(key) ?? { source: post.source, tag, week, posts: [] };
    cell.posts.push(post);
    cells.set(key, cell);
  }
  return [...cells.values()];
}

function sumOfTags(cells: readonly WeekCell[]): ReferenceBasket {
  const sums = new Map<string, number>();
  for (const { source, week, posts } of cells) sums.set(keyOf(source, week), (sums.get(keyOf(source, week)) ?? 0) + posts.length);
  return (source, week) => sums.get(keyOf(source, week));
}

function rowOf({ source, tag, week, posts }: WeekCell, basket: number | undefined): WeekRow | undefined {
  if (basket === undefined || !(basket > 0)) return undefined;
  const engaged = posts.flatMap(({ likes, comments }) => (likes === undefined && comments === undefined ? [] : [(likes ?? 0) + (comments ?? 0)]));
  const tones = posts.flatMap(({ caption }) => (caption === undefined ? [] : (sentimentOf(caption) ?? [])));
  return {
    source, tag, week, value: posts.length / basket, count: posts.length, engagement: meanOf(engaged), sentiment: meanOf(tones),
    seenMs: posts.reduce((latest, { seenMs }) => Math.max(latest, seenMs), 0),
  };
}

/** Sorted first: sums of floats depend on their order. */
function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length;
}

function byPlace(a: WeekRow, b: WeekRow): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  if (a.tag !== b.tag) return a.tag < b.tag ? -1 : 1;
  return a.week - b.week;
}
