import { createMemoryEventLog } from './memory-event-log.ts';
import { createPostgresEventLog } from './postgres-event-log.ts';
import { createSqliteEventLog } from './sqlite-event-log.ts';
import { describeEventLog } from './testing/describe-event-log.ts';
import { openTestPostgres, openTestSqlite } from './testing/test-databases.ts';

describeEventLog('memory', async (now) => {
  const log = createMemoryEventLog(now);
  return { log, close: () => log.close() };
}, 100);

describeEventLog('SQLite', async (now) => {
  const database = await openTestSqlite();
  const log = createSqliteEventLog(database, {}, now);
  return { log, close: () => log.close().then(() => database.close()) };
}, 20);

describeEventLog('PostgreSQL', async (now) => {
  const database = await openTestPostgres();
  const log = createPostgresEventLog(database, {}, now);
  return { log, close: () => log.close().then(() => database.close()) };
}, 20);
