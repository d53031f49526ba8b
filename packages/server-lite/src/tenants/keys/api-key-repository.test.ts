import { TEST_DATABASES } from '../../storage/testing/test-databases.ts';
import { createDatabaseTenants } from '../database-tenants.ts';
import { describeApiKeyRepository } from '../testing/describe-api-key-repository.ts';
import { sampleSite, sampleTenant } from '../testing/sample-tenants.ts';
import { createDatabaseApiKeys } from './database-api-keys.ts';
import { createMemoryApiKeys } from './memory-api-keys.ts';

const TENANTS = ['shop-a', 'shop-b', 'shop-c'];

describeApiKeyRepository('memory', async () => ({ repository: createMemoryApiKeys(async (id) => TENANTS.includes(id)), close: async () => undefined }));

for (const { name, open } of TEST_DATABASES) {
  describeApiKeyRepository(name, async () => {
    const database = await open();
    const tenants = createDatabaseTenants(database);
    await Promise.all(TENANTS.map((id) => tenants.add(sampleTenant(id), sampleSite(id))));
    return { repository: createDatabaseApiKeys(database), close: () => database.close() };
  });
}
