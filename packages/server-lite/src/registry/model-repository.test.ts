import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { hashOf } from '../storage/hash-of.ts';
import { TEST_DATABASES } from '../storage/testing/test-databases.ts';
import { createDatabaseModelFiles } from './database-model-files.ts';
import { createDatabaseModels } from './database-models.ts';
import { createMemoryModels } from './memory-models.ts';
import { describeModelRepository } from './testing/describe-model-repository.ts';

describeModelRepository('memory', async () => ({ ...createMemoryModels(), close: async () => undefined }));

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); }, 60_000);
  afterAll(() => database.close());

  async function openEmpty() {
    await database.query.deleteFrom('model_version').execute();
    await database.query.deleteFrom('model_file').execute();
    return { models: createDatabaseModels(database), files: createDatabaseModelFiles(database), close: async () => undefined };
  }

  describeModelRepository(name, openEmpty);

  it('a content that was cut off is not there, and is completed when it comes again', async () => {
    const { files } = await openEmpty();
    const bytes = new Uint8Array(600_000).fill(7);
    await files.put('a', hashOf(bytes), bytes, 10);
    await database.query.updateTable('model_file').set({ is_whole: 0 }).execute();
    await database.query.deleteFrom('model_file_chunk').where('place', '=', 1).execute();
    expect(await files.read('a', hashOf(bytes))).toBeUndefined();
    await files.put('a', hashOf(bytes), bytes, 20);
    expect(hashOf(await files.read('a', hashOf(bytes)) ?? '')).toBe(hashOf(bytes));
  });
});
