import { join } from 'node:path';
import { createDatabaseCatalog } from './catalog/database-catalog.ts';
import type { Stores } from './create-services.ts';
import { createDatabaseConsents } from './ingest/database-consents.ts';
import { createDatabaseQuarantine } from './ingest/database-quarantine.ts';
import { createErasedSubjects, createErasures } from './privacy/index.ts';
import type { Settings } from './read-settings.ts';
import { createDatabaseModelFiles, createDatabaseModels } from './registry/index.ts';
import { createRules } from './recommendations/index.ts';
import { createStatistics } from './sizing/index.ts';
import type { Database } from './storage/database.ts';
import type { JetStreamTrouble } from './storage/jetstream/jetstream-trouble.ts';
import { openJetStream } from './storage/jetstream/open-jetstream.ts';
import { openPostgres } from './storage/open-postgres.ts';
import { openSqlite } from './storage/open-sqlite.ts';
import { createPostgresEventLog } from './storage/postgres-event-log.ts';
import { createSqliteEventLog } from './storage/sqlite-event-log.ts';
import { createTrendStores } from './trends/collect/index.ts';
import { createDatabaseForecasts, createDatabaseVocabularies, createDatabaseWeeks } from './trends/index.ts';

export interface OpenedStores extends Stores {
  readonly database: Database;
  /** Messages of the replicated event log that the database does not hold yet, where there is such a log. */
  readonly lag?: () => Promise<number>;
  /** Commits what waits, then closes. */
  readonly close: () => Promise<void>;
}

type StoreSettings = Pick<Settings, 'dataDir' | 'databaseUrl' | 'natsUrl'>;

/**
 * Opens PostgreSQL where `databaseUrl` names it, else the SQLite file in `dataDir`, and brings it to the newest schema; before it the replicated event log of `natsUrl`.
 * @throws when it cannot be opened; the message says which and why, without a password.
 */
export async function openStores(settings: StoreSettings, onTrouble?: (trouble: JetStreamTrouble) => void): Promise<OpenedStores> {
  const { database, events, lag } = await openEvents(settings, onTrouble);
  return {
    database,
    events,
    ...(lag === undefined ? {} : { lag }),
    catalog: createDatabaseCatalog(database),
    quarantine: createDatabaseQuarantine(database),
    consents: createDatabaseConsents(database),
    erasures: createErasures(database),
    erased: createErasedSubjects(database),
    statistics: createStatistics(database),
    models: createDatabaseModels(database),
    modelFiles: createDatabaseModelFiles(database),
    rules: createRules(database),
    trendStores: createTrendStores(database),
    trendWeeks: createDatabaseWeeks(database),
    trendForecasts: createDatabaseForecasts(database),
    trendVocabularies: createDatabaseVocabularies(database),
    close: async () => {
      await events.close();
      await database.close();
    },
  };
}

async function openEvents({ dataDir, databaseUrl, natsUrl }: StoreSettings, onTrouble?: (trouble: JetStreamTrouble) => void): Promise<Pick<OpenedStores, 'database' | 'events' | 'lag'>> {
  if (databaseUrl === undefined) {
    const database = await openSqlite(join(dataDir, 'vua.sqlite'));
    return { database, events: createSqliteEventLog(database) };
  }
  const database = await openPostgres(databaseUrl);
  if (natsUrl === undefined) return { database, events: createPostgresEventLog(database) };
  try {
    const events = await openJetStream(natsUrl, database, onTrouble === undefined ? {} : { onTrouble });
    return { database, events, lag: async () => events.lag()?.unwrittenMessages ?? Number.NaN };
  } catch (error) {
    await database.close();
    throw error;
  }
}
