import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';

const row = (hash: string) => ({ tenant_id: 'shop', subject_hash: hash, erased_ms: 1 });

/** What both dialects must do alike. */
export const describeDatabase = (name: string, open: () => Promise<Database>): void => void describe(`${name} database`, () => {
  let opened: Database | undefined;
  const database = (): Database => {
    if (opened === undefined) throw new Error('the database is not open');
    return opened;
  };
  beforeAll(async () => { opened = await open(); });
  afterAll(async () => {
    await opened?.close();
    await opened?.close();
  });
  testQueries(database);
  testTransactions(database);
  testIsolation(database);
});

function testQueries(database: () => Database): void {
  it('answers', async () => {
    expect(await database().isReachable()).toBe(true);
  });

  it('gives numbers as numbers, and tells how many rows were changed', async () => {
    const erased = { ...row('big'), erased_ms: Number.MAX_SAFE_INTEGER };
    const { numInsertedOrUpdatedRows } = await database().query.insertInto('erased_subjects').values(erased).executeTakeFirstOrThrow();
    expect(numInsertedOrUpdatedRows).toBe(1n);
    expect(await database().query.selectFrom('erased_subjects').selectAll().execute()).toEqual([erased]);
    const sum = await database().query.selectFrom('erased_subjects').select(({ fn }) => [fn.sum<number>('erased_ms').as('sum'), fn.countAll<number>().as('count')]).executeTakeFirst();
    expect(sum).toEqual({ sum: Number.MAX_SAFE_INTEGER, count: 1 });
    const { numDeletedRows } = await database().query.deleteFrom('erased_subjects').executeTakeFirstOrThrow();
    expect(numDeletedRows).toBe(1n);
  });

  it('gives back what an insert returns', async () => {
    const returned = await database().query.insertInto('erased_subjects').values(row('returned')).returning('subject_hash').executeTakeFirst();
    expect(returned).toEqual({ subject_hash: 'returned' });
    await database().query.deleteFrom('erased_subjects').execute();
  });

  it('says what is wrong with a statement, and goes on', async () => {
    await expect(sql`SELECT 1 FROM nowhere`.execute(database().query)).rejects.toThrow('nowhere');
    expect(await database().isReachable()).toBe(true);
  });
}

function testTransactions(database: () => Database): void {
  it('undoes a transaction that fails, and goes on', async () => {
    const failing = database().query.transaction().execute(async (transaction) => {
      await transaction.insertInto('erased_subjects').values(row('a')).execute();
      await transaction.insertInto('erased_subjects').values(row('a')).execute();
    });
    await expect(failing).rejects.toThrow(/unique/i);
    expect(await hashes(database())).toEqual([]);
    await database().query.insertInto('erased_subjects').values(row('b')).execute();
    expect(await hashes(database())).toEqual(['b']);
    await database().query.deleteFrom('erased_subjects').execute();
  });

  it('reads its own writes within a transaction', async () => {
    const found = await database().query.transaction().execute(async (transaction) => {
      await transaction.insertInto('erased_subjects').values(row('own')).execute();
      return transaction.selectFrom('erased_subjects').select('subject_hash').execute();
    });
    expect(found).toEqual([{ subject_hash: 'own' }]);
    await database().query.deleteFrom('erased_subjects').execute();
  });
}

function testIsolation(database: () => Database): void {
  it('shows nobody what a transaction has not committed, and mixes no two of them', async () => {
    const entered = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const first = database().query.transaction().execute(async (transaction) => {
      await transaction.insertInto('erased_subjects').values(row('first')).execute();
      entered.resolve();
      await mayEnd.promise;
      throw new Error('changed my mind');
    });
    await entered.promise;
    const second = database().query.transaction().execute((transaction) => transaction.insertInto('erased_subjects').values(row('second')).execute());
    expect(await hashes(database())).toEqual(expect.not.arrayContaining(['first']));
    mayEnd.resolve();
    await expect(first).rejects.toThrow('changed my mind');
    await second;
    expect(await hashes(database())).toEqual(['second']);
    await database().query.deleteFrom('erased_subjects').execute();
  });
}

async function hashes({ query }: Database): Promise<readonly string[]> {
  const rows = await query.selectFrom('erased_subjects').select('subject_hash').orderBy('subject_hash').execute();
  return rows.map((found) => found.subject_hash);
}
