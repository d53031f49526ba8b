import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { OutputBundle, Plugin } from 'rollup';

/** Name in the manifest -> file under the output folder and SHA-256 of its bytes. */
export type Manifest = Record<string, { file: string; sha256: string; integrity: string }>;

/** File -> its integrity, then the files that it imports at once; as `BundleParts` in `sdk/src/load-parts.ts`. */
type Parts = Record<string, [integrity: string, ...imports: string[]]>;

/** Collects what earlier bundles of one build wrote, for the bundles that come after. */
export interface AssetCollector {
  /** Copies files under content-hashed names. */
  copy(files: Readonly<Record<string, string>>): Plugin;
  /** Notes the entry of a bundle under `name`, and its files. */
  note(name: string): Plugin;
  /** Replaces `__VUA_ASSETS__`, and `__VUA_BUNDLES__` by these noted bundles, with what is known by then. */
  define(...bundles: string[]): Plugin;
  /** Writes the manifest. */
  write(): Plugin;
}

/** @param folder output folder of the build, absolute. */
export function createAssetCollector(folder: string): AssetCollector {
  const manifest: Manifest = {};
  const parts: Record<string, Parts> = {};
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
    note: (name) => ({
      name: 'vua-note',
      generateBundle: { order: 'post', handler: (_options, bundle) => {
        manifest[name] = entryChunk(bundle);
        parts[name] = partsOf(bundle);
      } },
    }),
    define: (...bundles) => ({
      name: 'vua-define',
      transform: {
        // After TypeScript's declarations of the names are gone.
        order: 'post',
        handler: (code) => (code.includes('__VUA_') ? replaceNames(code, manifest, Object.fromEntries(bundles.map((name) => [name, { entry: manifest[name]?.file, parts: parts[name] }]))) : null),
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

function replaceNames(code: string, manifest: Manifest, bundles: unknown): string {
  const assets = Object.fromEntries(Object.entries(manifest).map(([name, { file, sha256 }]) => [name, { file, sha256 }]));
  // In brackets: after an arrow a bare object would be a block.
  return code.replace(/\b__VUA_ASSETS__\b/g, `(${JSON.stringify(assets)})`).replace(/\b__VUA_BUNDLES__\b/g, `(${JSON.stringify(bundles)})`);
}

function entryChunk(bundle: OutputBundle): Manifest[string] {
  const entry = Object.values(bundle).find((output) => output.type === 'chunk' && output.isEntry);
  if (entry?.type !== 'chunk') throw new Error('the bundle has no entry');
  return entryOf(entry.fileName, Buffer.from(entry.code));
}

function partsOf(bundle: OutputBundle): Parts {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  return Object.fromEntries(chunks.map(({ fileName, code, imports }) => [fileName, [`sha256-${createHash('sha256').update(code).digest('base64')}`, ...imports]]));
}

function entryOf(file: string, bytes: Uint8Array): Manifest[string] {
  return { file, sha256: hashOf(bytes), integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}` };
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
