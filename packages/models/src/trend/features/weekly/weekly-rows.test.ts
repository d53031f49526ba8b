import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SeenPost, weekOfMs, weeklyRows } from '../../index.ts';

const DAY_MS = 86_400_000;
const MONDAY_MS = Date.parse('2026-11-23T00:00:00Z');
const WEEK = weekOfMs(MONDAY_MS);

const post = (part: Partial<SeenPost>): SeenPost => ({ source: 'instagram', postId: 'p1', tag: 'aodai', postedMs: MONDAY_MS, seenMs: MONDAY_MS + 1000, ...part });
const rowsOf = (posts: readonly SeenPost[], tag: string) => weeklyRows(posts).filter((row) => row.tag === tag);

const anyPost: fc.Arbitrary<SeenPost> = fc.record({
  source: fc.constantFrom('instagram', 'pinterest'), postId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), tag: fc.constantFrom('aodai', 'linen', 'denim'),
  postedMs: fc.integer({ min: MONDAY_MS, max: MONDAY_MS + 30 * DAY_MS }), seenMs: fc.integer({ min: MONDAY_MS, max: MONDAY_MS + 3 }),
  pictureColour: fc.constantFrom(undefined, 'colour:red', 'colour:beige'), caption: fc.constantFrom(undefined, 'áo dài lụa đẹp', 'linen shirt, ugly', 'x'), likes: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }), comments: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
});

describe('weekly rows', () => {
  it('count different posts of a tag over the basket of its source', () => {
    const posts = [post({}), post({ postId: 'p2' }), post({ tag: 'linen', postId: 'p3' }), post({ source: 'pinterest', postId: 'p9' })];
    expect(rowsOf(posts, 'aodai')).toMatchObject([{ source: 'instagram', week: WEEK, count: 2, value: 2 / 3 }, { source: 'pinterest', count: 1, value: 1 }]);
  });

  it('count attributes by captions, a post under two tags once', () => {
    const caption = 'Áo dài lụa đỏ, đẹp lắm';
    const posts = [post({ caption }), post({ caption, tag: 'tet' })];
    expect(rowsOf(posts, 'fabric:silk')).toMatchObject([{ count: 1, value: 1 / 2, week: WEEK }]);
    expect(rowsOf(posts, 'fabric:silk')[0]?.sentiment).toBeGreaterThan(0.5);
  });

  it.each([
    ['nothing', undefined, ['colour:red']], ['no colour', 'áo dài lụa', ['colour:red', 'fabric:silk', 'garment:ao-dai']], ['a colour', 'áo dài trắng', ['colour:white', 'garment:ao-dai']],
  ])('count the colour of a picture where the caption names %s', (_what, caption, expected) => {
    const posts = [post({ pictureColour: 'colour:red', ...(caption !== undefined && { caption }) }), post({ postId: 'p2' })];
    const rows = weeklyRows(posts).filter(({ tag }) => tag.includes(':'));
    expect(rows.map(({ tag, count, value }) => [tag, count, value])).toEqual(expected.map((tag) => [tag, 1, 1 / 2]));
  });

  it('take likes and comments from the last sight, and null where none are told', () => {
    const posts = [post({ likes: 5, comments: 1 }), post({ likes: 50, comments: 4, seenMs: MONDAY_MS + 9000 }), post({ postId: 'hidden' })];
    expect(rowsOf(posts, 'aodai')).toMatchObject([{ count: 2, engagement: 54, seenMs: MONDAY_MS + 9000, sentiment: null }]);
    expect(rowsOf([post({})], 'aodai')).toMatchObject([{ engagement: null }]);
  });

  it('begin a week on Monday', () => {
    const posts = [post({ postedMs: MONDAY_MS - 1 }), post({ postId: 'p2', postedMs: MONDAY_MS }), post({ postId: 'p3', postedMs: MONDAY_MS + 7 * DAY_MS - 1 })];
    expect(rowsOf(posts, 'aodai')).toMatchObject([{ week: WEEK - 1, count: 1 }, { week: WEEK, count: 2 }]);
  });

  it('leave gaps gaps', () => {
    const posts = [post({}), post({ postId: 'p2', postedMs: MONDAY_MS + 21 * DAY_MS })];
    expect(rowsOf(posts, 'aodai').map(({ week }) => week)).toEqual([WEEK, WEEK + 3]);
  });

  it('use a given basket, and have no row where it is unknown or empty', () => {
    const posts = [post({}), post({ postId: 'p2', postedMs: MONDAY_MS + 7 * DAY_MS }), post({ postId: 'p3', postedMs: MONDAY_MS + 14 * DAY_MS })];
    expect(weeklyRows(posts, (_source, week) => (week === WEEK ? 400 : week === WEEK + 1 ? 0 : undefined))).toMatchObject([{ week: WEEK, value: 1 / 400 }]);
  });

  it('do not depend on order or repetition', () => {
    fc.assert(fc.property(fc.array(anyPost, { maxLength: 20 }), fc.array(fc.nat(), { maxLength: 10 }), (posts, picks) => {
      const again = [...posts.toReversed(), ...picks.flatMap((pick) => posts[pick % Math.max(1, posts.length)] ?? [])];
      expect(weeklyRows(again)).toEqual(weeklyRows(posts));
    }));
  });

  it('have shares of tags that sum to one in each week of a source', () => {
    fc.assert(fc.property(fc.array(anyPost, { minLength: 1, maxLength: 20 }), (posts) => {
      const tagRows = weeklyRows(posts).filter(({ tag }) => !tag.includes(':'));
      for (const rows of Map.groupBy(tagRows, ({ source, week }) => `${source} ${week}`).values()) expect(rows.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1);
      expect(tagRows.reduce((sum, { count }) => sum + count, 0)).toBe(new Set(posts.map(({ source, tag, postId }) => [source, tag, postId].join(' '))).size);
    }));
  });
});
