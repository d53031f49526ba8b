import { type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult, SelectQueryNode, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { ExclusiveTurns } from './exclusive-turns.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import type { QueryAnswer, SqliteValue } from './sqlite-messages.ts';

export interface SqliteConnections {
  /** Does everything that may change something. A transaction holds `turns` from its begin to its end. */
  readonly writer: SqliteConnection;
  readonly turns: ExclusiveTurns;
  /** Does the queries that stand outside of a transaction, so that they never wait for a commit. */
  readonly reader: SqliteConnection;
}

/** Kysely over SQLite in worker threads. */
export function createSqliteDialect(connections: SqliteConnections): Dialect {
  return {
    createAdapter: () => new SharedSqliteAdapter(),
    createDriver: () => createDriver(connections),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

// Kysely would else hand out one connection at a time, and a query outside of a transaction would wait for its end.
class SharedSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

interface Lease extends DatabaseConnection {
  begin(): Promise<void>;
  end(command: 'commit' | 'rollback'): Promise<void>;
}

function createDriver(connections: SqliteConnections): Driver {
  return {
    init: async () => undefined,
    acquireConnection: async () => createLease(connections),
    beginTransaction: (connection) => (connection as Lease).begin(),
    commitTransaction: (connection) => (connection as Lease).end('commit'),
    rollbackTransaction: (connection) => (connection as Lease).end('rollback'),
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
}

function createLease({ writer, reader, turns }: SqliteConnections): Lease {
  let release: (() => void) | undefined;
  const execute = (connection: SqliteConnection, sql: string, parameters: readonly unknown[]): Promise<QueryAnswer> =>
    connection.call({ type: 'query', sql, parameters: parameters.map(toSqlite) }) as Promise<QueryAnswer>;
  const executeQuery = async ({ query, sql, parameters }: CompiledQuery): Promise<QueryAnswer> => {
    if (release !== undefined) return execute(writer, sql, parameters);
    if (SelectQueryNode.is(query)) return execute(reader, sql, parameters);
    const done = await turns.take();
    return execute(writer, sql, parameters).finally(done);
  };
  const giveUp = (): void => {
    release?.();
    release = undefined;
  };
  return {
    begin: async () => {
      release = await turns.take();
      await execute(writer, 'BEGIN IMMEDIATE', []).catch((error: unknown) => {
        giveUp();
        throw error;
      });
    },
    end: async (command) => {
      if (command === 'commit') await execute(writer, 'COMMIT', []).then(giveUp);
      else await writer.call({ type: 'rollback' }).finally(giveUp);
    },
    executeQuery: async <R>(query: CompiledQuery) => resultOf<R>(await executeQuery(query)),
    // Kysely asks for it by the type; nothing here reads so much that it needs one.
    streamQuery: () => { throw new Error('SQLite answers are read whole: ask for pages'); },
  };
}

function resultOf<R>({ rows, changes }: QueryAnswer): QueryResult<R> {
  return { rows: rows as R[], ...(changes !== undefined && { numAffectedRows: BigInt(changes) }) };
}

function toSqlite(value: unknown): SqliteValue {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value as SqliteValue;
}
