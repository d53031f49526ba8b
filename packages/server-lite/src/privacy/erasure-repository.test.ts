import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../storage/database.ts';
import { TEST_DATABASES } from '../storage/testing/test-databases.ts';
import { createErasures } from './database-erasures.ts';
import { createMemoryErasures } from './memory-erasures.ts';
import { describeErasureRepository } from './testing/describe-erasure-repository.ts';

describeErasureRepository('memory', async () => ({ repository: createMemoryErasures(), close: async () => undefined }));

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());

  describeErasureRepository(name, async () => {
    await database.query.deleteFrom('erasure').execute();
    await database.query.deleteFrom('erasure_key').execute();
    return { repository: createErasures(database), close: async () => undefined };
  });
});
