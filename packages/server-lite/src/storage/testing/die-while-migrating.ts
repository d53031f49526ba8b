import { DatabaseSync } from 'node:sqlite';
import { Client, Pool } from 'pg';
import { openFile } from '../sqlite/open-file.ts';
import { migratePostgres } from '../postgres/migrate-postgres.ts';

// Migrates a database and kills itself before statement number `last`, from 0: no handler runs. Prints all statements as JSON, if it lives.
// Usage: die-while-migrating.ts sqlite|postgres FILE_OR_URL LAST
const [dialect, place = '', last = '0'] = process.argv.slice(2);
const taken: unknown[] = [];

function take(statement: unknown): void {
  if (taken.length === Number(last)) process.kill(process.pid, 'SIGKILL');
  taken.push(statement);
}

if (dialect === 'sqlite') {
  const exec = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec')?.value as (sql: string) => void;
  DatabaseSync.prototype.exec = function countedExec(this: DatabaseSync, sql: string): void {
    take(sql);
    exec.call(this, sql);
  };
  openFile({ file: place, mode: 'write', checkedAtOnceBytes: Infinity }).close();
} else {
  const pool = new Pool({ connectionString: place, max: 1 });
  const query = Object.getOwnPropertyDescriptor(Client.prototype, 'query')?.value as (...values: unknown[]) => unknown;
  Object.defineProperty(Client.prototype, 'query', { value: function countedQuery(this: Client, ...values: unknown[]): unknown {
    take(values[0]);
    return query.apply(this, values);
  } });
  await migratePostgres(pool);
  await pool.end();
}
process.stdout.write(JSON.stringify(taken));
