import { readFileSync } from 'node:fs';
import { Product, SizeChart } from '@vua/models/contracts';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Catalog } from './catalog-repository.ts';

const CatalogFile = Type.Object({ products: Type.Array(Product), sizeCharts: Type.Array(SizeChart) }, { additionalProperties: false });

/**
 * Reads a catalog from a JSON file `{products, sizeCharts}`.
 * @throws when the file does not follow the contracts; the message names the first place.
 */
export function readCatalogFile(file: string): Catalog {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const [first] = Value.Errors(CatalogFile, content);
  if (first !== undefined) throw new Error(`${file}: ${first.instancePath} ${first.message}`);
  return Value.Parse(CatalogFile, content);
}
