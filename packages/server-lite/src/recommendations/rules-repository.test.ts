import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../storage/database.ts';
import { TEST_DATABASES } from '../storage/testing/test-databases.ts';
import { createRules } from './database-rules.ts';
import { createMemoryRules } from './memory-rules.ts';
import { describeRulesRepository } from './testing/describe-rules-repository.ts';

describeRulesRepository('memory', async () => ({ repository: createMemoryRules(), close: async () => undefined }));

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());
  describeRulesRepository(name, async () => {
    await database.query.deleteFrom('recommendation_rules').execute();
    return { repository: createRules(database), close: async () => undefined };
  });
});
