import { TEST_DATABASES } from '../storage/testing/test-databases.ts';
import { createDatabaseConsents } from './database-consents.ts';
import { createDatabaseQuarantine } from './database-quarantine.ts';
import { createMemoryConsents } from './memory-consents.ts';
import { createMemoryQuarantine } from './memory-quarantine.ts';
import { describeConsents } from './testing/describe-consents.ts';
import { describeQuarantine } from './testing/describe-quarantine.ts';

const close = async (): Promise<void> => undefined;

describeQuarantine('memory', async (limit) => ({ quarantine: createMemoryQuarantine(limit), close }));
describeConsents('memory', async () => ({ consents: createMemoryConsents(), close }));

for (const { name, open } of TEST_DATABASES) {
  describeQuarantine(name, async (limit) => {
    const database = await open();
    return { quarantine: createDatabaseQuarantine(database, limit), close: () => database.close() };
  });
  describeConsents(name, async () => {
    const database = await open();
    return { consents: createDatabaseConsents(database), close: () => database.close() };
  });
}
