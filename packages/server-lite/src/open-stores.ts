import { join } from 'node:path';
import { createDatabaseCatalog } from './catalog/database-catalog.ts';
import type { Stores } from './create-services.ts';
import { createDatabaseConsents } from './ingest/database-consents.ts';
import { createDatabaseQuarantine } from './ingest/database-quarantine.ts';
import { createErasedSubjects, createErasures } from './privacy/index.ts';
import type { Settings } from './read-settings.ts';
import { createStatistics } from './sizing/index.ts';
import type { Database } from './storage/database.ts';
import type { EventLog } from './storage/event-log.ts';
import { openPostgres } from './storage/open-postgres.ts';
import { openSqlite } from './storage/open-sqlite.ts';
import { createPostgresEventLog } from './storage/postgres-event-log.ts';
import { createSqliteEventLog } from './storage/sqlite-event-log.ts';

export interface OpenedStores extends Stores {
  readonly database: Database;
  /** Commits what waits, then closes. */
  readonly close: () => Promise<void>;
}

/**
 * Opens PostgreSQL where `databaseUrl` names it, else the SQLite file in `dataDir`, and brings it to the newest schema.
 * @throws when it cannot be opened; the message says which and why, without a password.
 */
export async function openStores(settings: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<OpenedStores> {
  const { database, events } = await openEvents(settings);
  return {
    database,
    events,
    catalog: createDatabaseCatalog(database),
    quarantine: createDatabaseQuarantine(database),
    consents: createDatabaseConsents(database),
    erasures: createErasures(database),
    erased: createErasedSubjects(database),
    statistics: createStatistics(database),
    close: async () => {
      await events.close();
      await database.close();
    },
  };
}

async function openEvents({ dataDir, databaseUrl }: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<{ readonly database: Database; readonly events: EventLog }> {
  if (databaseUrl === undefined) {
    const database = await openSqlite(join(dataDir, 'vua.sqlite'));
    return { database, events: createSqliteEventLog(database) };
  }
  const database = await openPostgres(databaseUrl);
  return { database, events: createPostgresEventLog(database) };
}
