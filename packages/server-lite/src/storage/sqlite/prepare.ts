import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Prepares a statement, or gives the one that was prepared from the same text. */
export type Prepare = (sql: string) => StatementSync;

/** Statements kept for the next time; the one not used for longest goes first. */
const KEPT_STATEMENTS = 256;

export function createPrepare(database: DatabaseSync): Prepare {
  const statements = new Map<string, StatementSync>();
  let last: { readonly sql: string; readonly statement: StatementSync } | undefined;
  return (sql) => {
    if (last?.sql === sql) return last.statement;
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.delete(sql);
    statements.set(sql, statement);
    const [oldest] = statements.keys();
    if (statements.size > KEPT_STATEMENTS && oldest !== undefined) statements.delete(oldest);
    last = { sql, statement };
    return statement;
  };
}
