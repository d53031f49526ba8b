import { beforeEach, describe, expect, it } from 'vitest';
import type { TrendPost } from '../../trend-post.ts';
import type { Snapshot } from '../snapshot.ts';
import type { SnapshotBatch, TagPlace } from '../snapshot-repository.ts';
import type { TrendStores } from '../trend-stores.ts';

const PLACE: TagPlace = { tenantId: 'a', source: 'instagram', tag: 'áo dài' };
const OTHERS: readonly TagPlace[] = [{ ...PLACE, tenantId: 'b' }, { ...PLACE, source: 'pinterest' }, { ...PLACE, tag: 'linen' }];

const snapshotOf = (takenMs: number, page = 0): Snapshot => ({ takenMs, page, question: 'recent-media', httpStatus: 200, entries: 2, isSaturated: page > 0, body: `{"data":[{"caption":"Áo '\\"-- ${takenMs}"}]}` });
const postOf = (postId: string, seenMs: number, rest: Partial<TrendPost> = {}): TrendPost => ({ source: 'instagram', tag: PLACE.tag, postId, postedMs: 100, seenMs, ...rest });
const batchOf = (snapshot: Snapshot, rest: Partial<SnapshotBatch> = {}): SnapshotBatch => ({ snapshot, posts: [], points: [], isFinished: false, ...rest });

/** What every repository of answers, and of the posts and points in them, must do. */
export const describeSnapshotRepository = (name: string, open: () => Promise<Pick<TrendStores, 'snapshots' | 'posts'>>): void => void describe(`${name} trend snapshots`, () => {
  let { posts, snapshots } = {} as Pick<TrendStores, 'snapshots' | 'posts'>;
  beforeEach(async () => { ({ posts, snapshots } = await open()); });

  it('are kept once, with all that was read in them', async () => {
    const first = batchOf(snapshotOf(10), { posts: [postOf('2', 10, { caption: 'Áo', imageUrl: 'https://a.example/1.jpg', likes: 3, comments: 0 }), postOf('1', 10)], cursor: { after: 'x' } });
    expect(await snapshots.save(PLACE, first)).toBe('saved');
    expect(await snapshots.save(PLACE, { ...first, posts: [postOf('3', 10)], cursor: { after: 'y' }, isFinished: true })).toBe('known');
    expect(await snapshots.save(PLACE, batchOf({ ...snapshotOf(10, 1), factor: 0.5 }, { isFinished: true }))).toBe('saved');
    expect(await snapshots.list(PLACE, 0, 11)).toEqual([snapshotOf(10), { ...snapshotOf(10, 1), factor: 0.5 }]);
    expect(await snapshots.list(PLACE, 11, 99)).toEqual([]);
    expect(await snapshots.list(PLACE, 0, 10)).toEqual([]);
    expect(await posts.list(PLACE, 0, 1000)).toEqual([postOf('1', 10), postOf('2', 10, { caption: 'Áo', imageUrl: 'https://a.example/1.jpg', likes: 3, comments: 0 })]);
    expect(await snapshots.progress('a', 'instagram')).toEqual([{ tag: PLACE.tag, cursor: { after: 'x' }, sweptMs: 10 }]);
  });

  it('belong to one shop, source and tag', async () => {
    await snapshots.save(PLACE, batchOf(snapshotOf(10), { posts: [postOf('1', 10)], points: [{ region: 'US', weekEndMs: 7, value: 1, seenMs: 10 }] }));
    for (const other of OTHERS) {
      expect([await snapshots.list(other, 0, 99), await posts.list(other, 0, 999), await posts.points(other), [...await posts.seenBy(other, ['1'], 99)]]).toEqual([[], [], [], []]);
      expect(await snapshots.save(other, batchOf(snapshotOf(10)))).toBe('saved');
    }
    expect(await posts.list(PLACE, 0, 999)).toHaveLength(1);
  });

  it('update posts to the last sight of them, and remember the first', async () => {
    await snapshots.save(PLACE, batchOf(snapshotOf(10), { posts: [postOf('1', 10, { likes: 1 })] }));
    await snapshots.save(PLACE, batchOf(snapshotOf(30), { posts: [postOf('1', 30, { likes: 5 })] }));
    await snapshots.save(PLACE, batchOf(snapshotOf(20), { posts: [postOf('1', 20, { likes: 2 }), postOf('2', 20)] }));
    expect(await posts.list(PLACE, 100, 101)).toEqual([postOf('1', 30, { likes: 5 }), postOf('2', 20)]);
    expect(await posts.list(PLACE, 0, 100)).toEqual([]);
    expect([...await posts.seenBy(PLACE, ['1', '2', '3'], 10)]).toEqual(['1']);
    expect([...await posts.seenBy(PLACE, ['1', '2', '3'], 20)].toSorted()).toEqual(['1', '2']);
    expect([...await posts.seenBy(PLACE, [], 20)]).toEqual([]);
  });

  it('update points to what was seen last', async () => {
    const pointOf = (weekEndMs: number, value: number, seenMs: number, region = 'US') => ({ region, weekEndMs, value, seenMs });
    await snapshots.save(PLACE, batchOf(snapshotOf(10), { points: [pointOf(7, 50, 10), pointOf(14, 0.25, 10), pointOf(7, 1, 10, 'AR')] }));
    await snapshots.save(PLACE, batchOf(snapshotOf(30), { points: [pointOf(14, 60, 30), pointOf(21, 70, 30)] }));
    await snapshots.save(PLACE, batchOf(snapshotOf(20), { points: [pointOf(14, 1, 20)] }));
    expect(await posts.points(PLACE)).toEqual([pointOf(7, 1, 10, 'AR'), pointOf(7, 50, 10), pointOf(14, 60, 30), pointOf(21, 70, 30)]);
  });

  it('hold a tag until something of it is saved', async () => {
    await snapshots.hold(PLACE, 500);
    await snapshots.hold(PLACE, 600);
    expect(await snapshots.progress('a', 'instagram')).toEqual([{ tag: PLACE.tag, heldUntilMs: 600 }]);
    await snapshots.save(PLACE, batchOf(snapshotOf(10), { cursor: null }));
    expect(await snapshots.progress('a', 'instagram')).toEqual([{ tag: PLACE.tag, cursor: null }]);
    expect(await snapshots.progress('a', 'pinterest')).toEqual([]);
  });

  it('tell the newest of each source', async () => {
    expect(await snapshots.newest()).toEqual([]);
    for (const place of [PLACE, ...OTHERS]) await snapshots.save(place, batchOf(snapshotOf(10)));
    await snapshots.save({ ...PLACE, tag: 'linen' }, batchOf(snapshotOf(50)));
    expect(await snapshots.newest()).toEqual([{ tenantId: 'a', source: 'instagram', takenMs: 50 }, { tenantId: 'a', source: 'pinterest', takenMs: 10 }, { tenantId: 'b', source: 'instagram', takenMs: 10 }]);
  });
});
