import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../storage/database.ts';
import { TEST_DATABASES } from '../../storage/testing/test-databases.ts';
import { createDatabaseFits } from './database-fits.ts';
import { createMemoryFits } from './memory-fits.ts';
import { describeFitRepository } from './testing/describe-fit-repository.ts';

describeFitRepository('memory', async () => ({ repository: createMemoryFits(), close: async () => undefined }));

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());
  describeFitRepository(name, async () => {
    await database.query.deleteFrom('trend_fit').execute();
    return { repository: createDatabaseFits(database), close: async () => undefined };
  });
});
