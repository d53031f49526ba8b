import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { OutputBundle, Plugin } from 'rollup';

/** Name in the manifest -> file under the output folder and SHA-256 of its bytes. */
export type Manifest = Record<string, { file: string; sha256: string; integrity: string }>;

/** Collects what earlier bundles of one build wrote, for the bundles that come after. */
export interface AssetCollector {
  /** Copies files under content-hashed names. */
  copy(files: Readonly<Record<string, string>>): Plugin;
  /** Notes the entry of a bundle under `name`; of several entries the one called `chunk`. */
  note(name: string, chunk?: string): Plugin;
  /** Replaces `__VUA_ASSETS__`, and `__VUA_ENTRY__` by the noted bundle `entry`, with what is known by then. */
  define(entry?: string): Plugin;
  /** Writes the manifest. */
  write(): Plugin;
}

/** @param folder output folder of the build, absolute. */
export function createAssetCollector(folder: string): AssetCollector {
  const manifest: Manifest = {};
  return {
    copy: (files) => ({
      name: 'vua-copy',
      generateBundle() {
        for (const [name, path] of Object.entries(files)) {
          const bytes = readFileSync(path);
          const file = `${basename(path, extname(path))}-${hashOf(bytes).slice(0, 8)}${extname(path)}`;
          manifest[name] = entryOf(file, bytes);
          mkdirSync(folder, { recursive: true });
          writeFileSync(join(folder, file), bytes);
          const compressed = readIfThere(`${path}.br`);
          if (compressed) writeFileSync(join(folder, `${file}.br`), compressed);
        }
      },
    }),
    note: (name, chunk) => ({
      name: 'vua-note',
      generateBundle: { order: 'post', handler: (_options, bundle) => void (manifest[name] = entryChunk(bundle, chunk)) },
    }),
    define: (entry) => ({
      name: 'vua-define',
      // After TypeScript's declarations of the names are gone.
      transform: { order: 'post', handler(code) {
        if (!code.includes('__VUA_')) return null;
        const noted = entry === undefined ? undefined : manifest[entry];
        const assets = Object.fromEntries(Object.entries(manifest).map(([name, { file, sha256 }]) => [name, { file, sha256 }]));
        return inPlaceOf(inPlaceOf(code, '__VUA_ASSETS__', assets), '__VUA_ENTRY__', noted);
      },
    }),
    write: () => ({
      name: 'vua-manifest',
      writeBundle() {
        const path = join(folder, 'assets.json');
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `${JSON.stringify(manifest, undefined, 2)}\n`);
      },
    }),
  };
}

function entryChunk(bundle: OutputBundle, name?: string): Manifest[string] {
  const entries = Object.values(bundle).filter((output) => output.type === 'chunk' && output.isEntry);
  const entry = entries.find((output) => name === undefined || output.name === name);
  if (entry?.type !== 'chunk') throw new Error(`the bundle has no entry ${name ?? ''}`);
  return entryOf(entry.fileName, Buffer.from(entry.code));
}

function entryOf(file: string, bytes: Uint8Array): Manifest[string] {
  return { file, sha256: hashOf(bytes), integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}` };
}

/** The value where the code reads the name; its declaration stays. */
function inPlaceOf(code: string, name: string, value: unknown): string {
  // In brackets: `=> {...}` would be a block.
  return code.replace(new RegExp(`(?<!declare const )\\b${name}\\b`, 'g'), () => `(${JSON.stringify(value)})`);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
