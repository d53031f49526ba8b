import { readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { Catalog } from './catalog-file.ts';

/**
 * Reads a catalog from a JSON file `{products, sizeCharts, stock?, sales?}`.
 * @throws when the file is not there, is no JSON or does not follow the contracts; the message names the file, and the first place in it.
 */
export function readCatalogFile(file: string): Catalog {
  const content = parse(file, readFileSync(file, 'utf8'));
  const [first] = Value.Errors(Catalog, content);
  if (first !== undefined) throw new Error(`${file}: ${first.instancePath} ${first.message}`);
  return Value.Parse(Catalog, content);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
