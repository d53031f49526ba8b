import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { expect, it } from 'vitest';
import type { Database } from '../storage/database.ts';
import { MIGRATIONS } from '../storage/migrations.ts';
import { openPostgres } from '../storage/open-postgres.ts';
import { openSqlite } from '../storage/open-sqlite.ts';
import { migratePostgres } from '../storage/postgres/migrate-postgres.ts';
import { migrateSqlite } from '../storage/sqlite/migrate-sqlite.ts';
import { createTestPostgres } from '../storage/testing/test-databases.ts';
import { sampleChart, sampleItem, sampleProduct } from '../testing/sample-catalog.ts';
import { createDatabaseCatalog } from './database-catalog.ts';

const BEFORE = MIGRATIONS.slice(0, MIGRATIONS.findIndex(({ name }) => name === '0004-catalog-tenants'));

/** The catalog of one shop, as it was written before there were tenants. */
const products = [sampleProduct('scarce', { sizesInStock: ['M'] }), sampleProduct('plenty'), sampleProduct('sold-out', { sizesInStock: [] })];
const chartRow = [sampleChart().id, JSON.stringify(sampleChart())];
const productRows = products.map(({ id, price, sizeChartId, ...details }, position) => [id, position, price.amountMinor, price.currency, sizeChartId, JSON.stringify(details)]);

/** What the new schema says of it. */
const EXPECTED = {
  items: [
    sampleItem('scarce', { stock: [{ label: 'M', quantity: undefined }, { label: 'S', quantity: 0 }] }),
    sampleItem('plenty'),
    sampleItem('sold-out', { stock: [{ label: 'M', quantity: 0 }, { label: 'S', quantity: 0 }] }),
  ],
  sizeCharts: [sampleChart()],
};

async function readDemo(database: Database) {
  const catalog = createDatabaseCatalog(database);
  const found = { items: await catalog.listItems('demo'), sizeCharts: await catalog.findSizeCharts('demo', ['shirt-chart']) };
  await database.close();
  return found;
}

it('gives the catalog of an old SQLite file to the tenant demo', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vua-old-'));
  const file = join(folder, 'vua.sqlite');
  const old = new DatabaseSync(file);
  migrateSqlite(old, BEFORE);
  old.prepare('INSERT INTO size_chart (id, details) VALUES (?, ?)').run(...(chartRow as [string, string]));
  for (const row of productRows) old.prepare('INSERT INTO product (id, position, price_minor, currency, size_chart_id, details) VALUES (?, ?, ?, ?, ?, ?)').run(...row);
  old.close();
  expect(await readDemo(await openSqlite(file))).toEqual(EXPECTED);
  rmSync(folder, { recursive: true, force: true });
});

it('gives the catalog of an old PostgreSQL database to the tenant demo', async () => {
  const { url, drop } = await createTestPostgres();
  const old = new Pool({ connectionString: url });
  await migratePostgres(old, BEFORE);
  await old.query('INSERT INTO size_chart (id, details) VALUES ($1, $2)', chartRow);
  for (const row of productRows) await old.query('INSERT INTO product (id, position, price_minor, currency, size_chart_id, details) VALUES ($1, $2, $3, $4, $5, $6)', row);
  await old.end();
  expect(await readDemo(await openPostgres(url))).toEqual(EXPECTED);
  await drop();
});
