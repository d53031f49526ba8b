import { Client } from 'pg';
import { expect, it } from 'vitest';
import { MIGRATIONS } from './migrations.ts';
import { openPostgres } from './open-postgres.ts';
import { createTestPostgres } from './testing/test-databases.ts';

const ask = async (url: string, statement: string): Promise<readonly unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
};

it('is brought to the newest schema once, by whichever of several processes comes first', async () => {
  const { url, drop } = await createTestPostgres();
  const databases = await Promise.all(Array.from({ length: 4 }, () => openPostgres(url)));
  expect(await ask(url, 'SELECT name FROM schema_migration ORDER BY number')).toEqual(MIGRATIONS.map(({ name }) => ({ name })));
  await Promise.all(databases.map((database) => database.close()));
  await drop();
});

it('leaves a database of a newer version alone', async () => {
  const { url, drop } = await createTestPostgres();
  await (await openPostgres(url)).close();
  await ask(url, `INSERT INTO schema_migration (number, name) VALUES (${MIGRATIONS.length + 1}, 'from tomorrow')`);
  await expect(openPostgres(url)).rejects.toThrow('newer version');
  await drop();
});

it('says that it cannot be reached, without the password', async () => {
  const error = await openPostgres('postgres://vua:canary-secret@127.0.0.1:9/vua').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(JSON.stringify([String(error), error])).not.toContain('canary-secret');
});
