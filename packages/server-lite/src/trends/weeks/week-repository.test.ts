import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../storage/database.ts';
import { TEST_DATABASES } from '../../storage/testing/test-databases.ts';
import { createDatabaseWeeks } from './database-weeks.ts';
import { createMemoryWeeks } from './memory-weeks.ts';
import { describeWeekRepository } from './testing/describe-week-repository.ts';

describeWeekRepository('memory', async () => ({ repository: createMemoryWeeks(), close: async () => undefined }));

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());
  describeWeekRepository(name, async () => {
    await database.query.deleteFrom('trend_week').execute();
    await database.query.deleteFrom('trend_revision').execute();
    return { repository: createDatabaseWeeks(database), close: async () => undefined };
  });
});
