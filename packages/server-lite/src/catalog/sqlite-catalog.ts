import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { Product, SizeChart } from '@vua/models/contracts';
import { Compile } from 'typebox/compile';
import type { Catalog, CatalogRepository } from './catalog-repository.ts';

// What another program wrote into the file is checked like any other input.
const product = Compile(Product);
const sizeChart = Compile(SizeChart);

type Row = Record<string, SQLOutputValue>;

/** The catalog in SQLite. The caller opens and closes the database. */
export function createSqliteCatalog(database: DatabaseSync): CatalogRepository {
  const list = database.prepare('SELECT * FROM product ORDER BY position');
  const find = database.prepare('SELECT * FROM product WHERE id = ?');
  const findChart = database.prepare('SELECT details FROM size_chart WHERE id = ?');
  return {
    listProducts: async () => list.all().map(productOf),
    findProduct: async (id) => whenFound(find.get(id), productOf),
    findSizeChart: async (id) => whenFound(findChart.get(id), (row) => sizeChart.Parse(parseDetails(row))),
    replace: async (catalog) => replaceAll(database, catalog),
  };
}

function replaceAll(database: DatabaseSync, { products, sizeCharts }: Catalog): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec('DELETE FROM product; DELETE FROM size_chart');
    const insertChart = database.prepare('INSERT INTO size_chart (id, details) VALUES (?, ?)');
    for (const chart of sizeCharts) insertChart.run(chart.id, JSON.stringify(chart));
    const insert = database.prepare('INSERT INTO product (id, position, price_minor, currency, size_chart_id, details) VALUES (?, ?, ?, ?, ?, ?)');
    for (const [position, { id, price, sizeChartId, ...details }] of products.entries()) {
      insert.run(id, position, price.amountMinor, price.currency, sizeChartId, JSON.stringify(details));
    }
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function productOf(row: Row): Product {
  const { id, price_minor: amountMinor, currency, size_chart_id: sizeChartId } = row;
  return product.Parse({ ...parseDetails(row), id, price: { amountMinor, currency }, sizeChartId });
}

function parseDetails(row: Row): Record<string, unknown> {
  return JSON.parse(String(row['details'])) as Record<string, unknown>;
}

function whenFound<T>(row: Row | undefined, read: (row: Row) => T): T | undefined {
  return row === undefined ? undefined : read(row);
}
