import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sampleCatalog } from '../testing/sample-catalog.ts';
import { createMemoryCatalog } from './memory-catalog.ts';
import { readCatalogFile } from './read-catalog-file.ts';
import { seedCatalog } from './seed-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-seed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(content: unknown): string {
  const file = join(folder, 'catalog.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

it('fills an empty catalog once', async () => {
  const repository = createMemoryCatalog();
  expect(await seedCatalog(repository, sampleCatalog)).toBe(true);
  const neverRead = (): never => {
    throw new Error('read a second time');
  };
  expect(await seedCatalog(repository, neverRead)).toBe(false);
  expect(await repository.listItems('demo')).toHaveLength(2);
});

it('reads a catalog file', () => {
  expect(readCatalogFile(write(sampleCatalog()))).toEqual(sampleCatalog());
});

it.each([
  ['a negative price', (catalog: { products: { price: { amountMinor: number } }[] }) => catalog.products.forEach((product) => product.price.amountMinor = -1), '/products/0/price/amountMinor'],
  ['an unknown field', (catalog: object) => Object.assign(catalog, { secret: 1 }), '/secret'],
  ['no charts', (catalog: { sizeCharts?: unknown }) => delete catalog.sizeCharts, 'sizeCharts'],
])('refuses %s and names the place', (_what, spoil, place) => {
  const catalog = structuredClone(sampleCatalog()) as never;
  spoil(catalog);
  expect(() => readCatalogFile(write(catalog))).toThrow(place);
});

it('names the file that is no JSON', () => {
  const file = join(folder, 'torn.json');
  writeFileSync(file, '{"products": [');
  expect(() => readCatalogFile(file)).toThrow(`${file} is not JSON`);
});
