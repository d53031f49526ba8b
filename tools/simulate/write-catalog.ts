import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ShopCatalog, toCatalogTable } from '../../packages/demo/src/simulator/index.ts';

/** Writes a catalog as `.json`, or as `.csv` with its charts in `charts/` beside it. */
export function writeCatalog(file: string, catalog: ShopCatalog): void {
  if (file.endsWith('.json')) return writeFileSync(file, `${JSON.stringify(catalog)}\n`);
  const { csv, charts } = toCatalogTable(catalog);
  writeFileSync(file, csv);
  for (const [name, text] of Object.entries(charts)) {
    mkdirSync(dirname(join(dirname(file), name)), { recursive: true });
    writeFileSync(join(dirname(file), name), text);
  }
}
