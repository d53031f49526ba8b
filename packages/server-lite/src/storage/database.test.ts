import { describeDatabase } from './testing/describe-database.ts';
import { TEST_DATABASES } from './testing/test-databases.ts';

for (const { name, open } of TEST_DATABASES) describeDatabase(name, open);
