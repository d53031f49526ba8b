import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../storage/database.ts';
import { TEST_DATABASES } from '../../storage/testing/test-databases.ts';
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
});
