import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../storage/database.ts';
import { TEST_DATABASES } from '../../storage/testing/test-databases.ts';
import { FRESH_STATE } from './source-record.ts';
import { createMemoryTrendStores } from './memory-trend-stores.ts';
import { describeSnapshotRepository } from './testing/describe-snapshot-repository.ts';
import { describeSourceRepository } from './testing/describe-source-repository.ts';
import { createTrendStores, type TrendStores } from './trend-stores.ts';

describeSourceRepository('memory', async () => createMemoryTrendStores().sources);
describeSnapshotRepository('memory', async () => createMemoryTrendStores());

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());
  const openEmpty = async (): Promise<TrendStores> => {
    for (const table of ['trend_source', 'trend_cursor', 'trend_snapshot', 'trend_post', 'trend_point'] as const) await database.query.deleteFrom(table).execute();
    return createTrendStores(database);
  };
  describeSourceRepository(name, async () => (await openEmpty()).sources);
  describeSnapshotRepository(name, openEmpty);

  it('starts a source afresh whose state cannot be read', async () => {
    const { sources } = await openEmpty();
    const config = { source: 'instagram', baseUrl: 'https://api.example', sealedToken: 'v1.sealed', accountIds: [], regions: [], tags: ['linen'], savedMs: 1 } as const;
    await sources.save('a', config);
    await sources.save('b', config);
    await database.query.updateTable('trend_source').set({ state: '{"status":"active","retryMs":0.5}' }).where('tenant_id', '=', 'a').execute();
    expect((await sources.list()).map(({ state }) => state)).toEqual([FRESH_STATE, FRESH_STATE]);
  });

  it('keeps all of an answer or nothing', async () => {
    const { posts, snapshots } = await openEmpty();
    const place = { tenantId: 'a', source: 'pinterest', tag: 'linen' } as const;
    const snapshot = { takenMs: 10, page: 0, question: 'US/monthly', httpStatus: 200, entries: 1, isSaturated: false, body: '{}' };
    const post = { source: 'pinterest', tag: 'linen', postId: '1', postedMs: 5, seenMs: 10 } as const;
    // The database takes no value below 0.
    const wrong = { snapshot, posts: [post], points: [{ region: 'US', weekEndMs: 7, value: -1, seenMs: 10 }], cursor: {}, isFinished: true };
    await expect(snapshots.save(place, wrong)).rejects.toThrow(/./);
    expect([await snapshots.list(place, 0, 99), await posts.list(place, 0, 99), await snapshots.progress('a', 'pinterest')]).toEqual([[], [], []]);
  });
});
