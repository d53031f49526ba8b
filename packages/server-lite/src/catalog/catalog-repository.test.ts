import { openDatabase } from '../storage/open-database.ts';
import { describeCatalogRepository } from '../testing/describe-catalog-repository.ts';
import { createMemoryCatalog } from './memory-catalog.ts';
import { createSqliteCatalog } from './sqlite-catalog.ts';

describeCatalogRepository('memory', () => ({ repository: createMemoryCatalog(), close: () => undefined }));

describeCatalogRepository('SQLite', () => {
  const database = openDatabase(':memory:');
  return { repository: createSqliteCatalog(database), close: () => database.close() };
});
