import { TEST_DATABASES } from '../storage/testing/test-databases.ts';
import { createDatabaseTenants } from './database-tenants.ts';
import { createMemoryTenants } from './memory-tenants.ts';
import { describeTenantRepository } from './testing/describe-tenant-repository.ts';

describeTenantRepository('memory', async () => ({ repository: createMemoryTenants(), close: async () => undefined }));

for (const { name, open } of TEST_DATABASES) {
  describeTenantRepository(name, async () => {
    const database = await open();
    return { repository: createDatabaseTenants(database), close: () => database.close() };
  });
}
