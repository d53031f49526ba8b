import type { ClientBase, Pool } from 'pg';
import { MIGRATIONS } from '../migrations.ts';
import type { Migration } from '../migrations/migration.ts';

/** Advisory lock of this program's migrations; another program's number would be chance. */
const MIGRATION_LOCK = 8_531_907;

/**
 * Brings the schema up to date, one transaction a step and one process at a time: a process that is killed leaves the old or the new schema.
 * @throws when the database is of a newer version of this program.
 */
export async function migratePostgres(pool: Pool, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const client = await pool.connect();
  try {
    while (await takeStep(client, migrations)) continue;
    client.release();
  } catch (error) {
    // Its transaction may still be open.
    client.release(true);
    throw error;
  }
}

/** @returns whether there may be another one. */
async function takeStep(client: ClientBase, migrations: readonly Migration[]): Promise<boolean> {
  await client.query('BEGIN');
  await client.query(`SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  await client.query('CREATE TABLE IF NOT EXISTS schema_migration (number integer PRIMARY KEY, name text NOT NULL, migrated_at timestamptz NOT NULL DEFAULT now())');
  const { rows } = await client.query<{ taken: number }>('SELECT count(*)::integer AS taken FROM schema_migration');
  const taken = rows[0]?.taken ?? 0;
  if (taken > migrations.length) throw new Error(`The database has schema ${taken}, this program knows ${migrations.length}: start a newer version.`);
  const migration = migrations[taken];
  if (migration !== undefined) {
    for (const statement of migration.postgres) await client.query(statement);
    await client.query('INSERT INTO schema_migration (number, name) VALUES ($1, $2)', [taken + 1, migration.name]);
  }
  await client.query('COMMIT');
  return taken + 1 < migrations.length;
}
