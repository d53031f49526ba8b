import { TEST_DATABASES } from '../storage/testing/test-databases.ts';
import { describeCatalogRepository } from '../testing/describe-catalog-repository.ts';
import { createDatabaseCatalog } from './database-catalog.ts';
import { createMemoryCatalog } from './memory-catalog.ts';

describeCatalogRepository('memory', async () => ({ repository: createMemoryCatalog(), close: async () => undefined }));

for (const { name, open } of TEST_DATABASES) {
  describeCatalogRepository(name, async () => {
    const database = await open();
    return { repository: createDatabaseCatalog(database), close: () => database.close() };
  });
}
