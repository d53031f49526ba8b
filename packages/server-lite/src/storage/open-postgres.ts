import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Database } from './database.ts';
import { migratePostgres } from './postgres/migrate-postgres.ts';
import { POSTGRES_TYPES } from './postgres/postgres-types.ts';
import { tellingPool } from './postgres/tell-unavailable.ts';
import type { Tables } from './tables.ts';

/** A database server; the event log writes through its pool. */
export interface PostgresDatabase extends Database {
  readonly dialect: 'postgres';
  readonly pool: Pool;
}

/** A default PostgreSQL takes 100 connections: ten each leave room for several processes. */
const CONNECTIONS = 10;
const CONNECT_LIMIT_MS = 2000;
/** The server gives up a statement first; the client, when the server does not answer at all. */
const STATEMENT_LIMIT_MS = 15_000;
const ANSWER_LIMIT_MS = 20_000;

/**
 * Connects to PostgreSQL 13 or newer, and brings the database to the newest schema.
 * @param url such as `postgres://user:password@host:5432/database`.
 * @throws when it cannot be reached, or is of a newer version of this program. No message holds the password.
 */
export async function openPostgres(url: string): Promise<PostgresDatabase> {
  const pool = createPool(url);
  const query = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: tellingPool(pool) }) });
  let closed: Promise<void> | undefined;
  try {
    await migrate(url);
  } catch (error) {
    await query.destroy();
    throw error;
  }
  return {
    dialect: 'postgres',
    query,
    pool,
    isReachable: () => sql`SELECT 1`.execute(query).then(() => true, () => false),
    close: () => (closed ??= query.destroy()),
  };
}

async function migrate(url: string): Promise<void> {
  // Without the limits of ordinary statements: a migration may go through large tables.
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: CONNECT_LIMIT_MS, application_name: 'vua' });
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await migratePostgres(pool);
  } finally {
    await pool.end();
  }
}

function createPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: CONNECT_LIMIT_MS, statement_timeout: STATEMENT_LIMIT_MS,
    query_timeout: ANSWER_LIMIT_MS, keepAlive: true, application_name: 'vua', types: POSTGRES_TYPES,
  });
  // An idle connection that breaks is replaced at the next query; unheard, its error would end the process.
  pool.on('error', () => undefined);
  // So does one that breaks between two queries of a transaction; the next query says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
