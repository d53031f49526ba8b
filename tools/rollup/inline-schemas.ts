import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rollup';

const SCHEMA_MODULE = /[\\/]sdk[\\/]src[\\/].*-schemas\.ts$/;
/** Shorter ones are not worth a name. */
const SHARED_FROM = 30;

/** Of what a bundle must not hold. */
const SCHEMA_LIBRARY = /[\\/]node_modules[\\/]typebox[\\/]/;

/** Replaces every `*-schemas.ts` of the SDK by the JSON of what it exports, and fails where the schema library would be shipped all the same. */
export function inlineSchemas(): Plugin {
  return {
    name: 'vua-inline-schemas',
    async load(id) {
      if (!SCHEMA_MODULE.test(id)) return null;
      return writeModule(await import(pathToFileURL(id).href) as Readonly<Record<string, unknown>>);
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.moduleIds.some((id) => SCHEMA_LIBRARY.test(id))) this.error(`${file.fileName} holds the schema library`);
      }
    },
  };
}

/** What stands in several places is written once. */
function writeModule(exports: Readonly<Record<string, unknown>>): string {
  const counts = new Map<string, number>();
  for (const value of Object.values(exports)) countParts(value, counts);
  const names = new Map<string, string>();
  const lines: string[] = [];
  const write = (value: unknown): string => {
    const json = JSON.stringify(value);
    if (typeof value !== 'object' || value === null) return json;
    const known = names.get(json);
    if (known !== undefined) return known;
    const text = Array.isArray(value) ? `[${value.map(write).join()}]` : `{${Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${write(part)}`).join()}}`;
    if (json.length < SHARED_FROM || (counts.get(json) ?? 0) < 2) return text;
    const name = `shared${names.size}`;
    names.set(json, name);
    lines.push(`const ${name} = ${text};`);
    return name;
  };
  const written = Object.entries(exports).map(([name, value]) => `export const ${name} = ${write(value)};`);
  return [...lines, ...written].join('\n');
}

function countParts(value: unknown, counts: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return;
  const json = JSON.stringify(value);
  const count = (counts.get(json) ?? 0) + 1;
  counts.set(json, count);
  if (count === 1) for (const part of Object.values(value)) countParts(part, counts);
}
