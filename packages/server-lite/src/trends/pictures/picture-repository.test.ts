import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../storage/database.ts';
import { TEST_DATABASES } from '../../storage/testing/test-databases.ts';
import { createDatabasePictures } from './database-pictures.ts';
import { createMemoryPictures } from './memory-pictures.ts';
import { describePictureRepository } from './testing/describe-picture-repository.ts';

describePictureRepository('memory', async () => createMemoryPictures());

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); });
  afterAll(() => database.close());
  describePictureRepository(name, async () => {
    await database.query.deleteFrom('trend_picture').execute();
    return createDatabasePictures(database);
  });
});
