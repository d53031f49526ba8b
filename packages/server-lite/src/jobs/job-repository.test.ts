import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../storage/database.ts';
import { TEST_DATABASES } from '../storage/testing/test-databases.ts';
import { createJobRepository } from './database-job-repository.ts';
import { createMemoryJobRepository } from './memory-job-repository.ts';
import { describeJobRepository } from './testing/describe-job-repository.ts';

describeJobRepository('memory', async () => ({ repository: createMemoryJobRepository(), close: async () => undefined }));

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());

  describeJobRepository(name, async () => {
    await database.query.deleteFrom('job_run').execute();
    return { repository: createJobRepository(database), close: async () => undefined };
  });
});
