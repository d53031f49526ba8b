import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../storage/database.ts';
import { TEST_DATABASES } from '../../storage/testing/test-databases.ts';
import { createDatabaseVocabularies } from './database-vocabularies.ts';
import { createMemoryVocabularies } from './memory-vocabularies.ts';
import { describeVocabularyRepository } from './testing/describe-vocabulary-repository.ts';

describeVocabularyRepository('memory', async () => createMemoryVocabularies());

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());
  describeVocabularyRepository(name, async () => {
    await database.query.deleteFrom('trend_vocabulary').execute();
    return createDatabaseVocabularies(database);
  });

  it('takes nothing that is no vocabulary, whoever wrote it', async () => {
    await database.query.insertInto('trend_vocabulary').values({ tenant_id: 'odd', extension: '{"attributes":[{"id":"x"}]}' }).execute();
    await expect(createDatabaseVocabularies(database).find('odd')).rejects.toThrow(/./);
    await expect(database.query.insertInto('trend_vocabulary').values({ tenant_id: 'text', extension: 'no json' }).execute()).rejects.toThrow(/./);
  });
});
