import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../storage/database.ts';
import { TEST_DATABASES } from '../storage/testing/test-databases.ts';
import { createStatistics } from './database-statistics.ts';
import { createMemoryStatistics } from './memory-statistics.ts';
import { describeStatisticsRepository } from './testing/describe-statistics-repository.ts';

describeStatisticsRepository('memory', async () => ({ repository: createMemoryStatistics(), close: async () => undefined }));

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());

  describeStatisticsRepository(name, async () => {
    await database.query.deleteFrom('measurement_count').execute();
    return { repository: createStatistics(database), close: async () => undefined };
  });
});
