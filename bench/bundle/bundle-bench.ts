import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'es-module-lexer';
import { REPOSITORY_ROOT } from '../../tools/repository-root.ts';
import type { Bench, BenchRow } from '../bench-result.ts';
import { measureFirstPose } from './first-pose.ts';

const DIST = join(REPOSITORY_ROOT, 'packages/sdk/dist');
const KB = 1000;

/** Downloads of the script tag and of a scan, as the server sends them. */
export const bundleBench: Bench = {
  name: 'bundle',
  about: 'bytes of loader, element, scan code, engine and weights; time to the first pose at 10 Mbit/s',
  async run() {
    const sizes = sizeRows();
    const firstPose = await measureFirstPose();
    return [...sizes, { case: 'first pose, cold cache, 10 Mbit/s', value: firstPose, unit: 'ms', limit: 4000 }];
  },
};

type Manifest = Readonly<Record<string, { readonly file: string }>>;

function sizeRows(): BenchRow[] {
  const assets = JSON.parse(readFileSync(join(DIST, 'assets.json'), 'utf8')) as Manifest;
  const file = (name: string): string => assets[name]?.file ?? fail(name);
  const element = closure(file('elements'), 'static');
  const afterPress = [...closure(file('elements'), 'all')].filter((name) => !element.has(name));
  const engine = [file('worker-wasm'), file('tfjs-wasm')];
  return [
    row('loader, gzip', gzip(['vua.js']), 3 * KB),
    row('element without scan, gzip', gzip([...element]), 15 * KB),
    row('inference and measuring JS + wasm, brotli', brotli(engine), 180 * KB),
    row('all other scan code, brotli', brotli(afterPress), 60 * KB),
    row('body model, brotli', brotli([file('body-model')])),
    row('detector + lite weights, brotli', brotli([file('detector-quantized'), file('lite-quantized')]), 3500 * KB),
    row('full weights, brotli', brotli([file('full-quantized')]), 3900 * KB),
  ];
}

/** Load only where a page has `<vua-recommendations>`, and are limited by themselves (`recommendations-size.test.ts`). */
const NO_SCAN_CODE = /^\.\/mount-(?:recommendations|reordering)-/;

/** Files that a module loads: its imports, and with `all` what a scan may import later too. */
function closure(entry: string, kind: 'static' | 'all', seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const [imports] = parse(readFileSync(join(DIST, entry), 'utf8'));
  for (const { type, specifier } of imports) {
    if (specifier?.startsWith('./') && !NO_SCAN_CODE.test(specifier) && (kind === 'all' || type !== 'dynamic')) closure(specifier.slice(2), kind, seen);
  }
  return seen;
}

const gzip = (names: readonly string[]): number => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(DIST, name)), { level: 9 }).length, 0);
const brotli = (names: readonly string[]): number => names.reduce((sum, name) => sum + statSync(join(DIST, `${name}.br`)).size, 0);

function row(name: string, bytes: number, limitBytes?: number): BenchRow {
  return { case: name, value: bytes / KB, unit: 'kB', ...(limitBytes && { limit: limitBytes / KB }) };
}

function fail(name: string): never {
  throw new Error(`the build has no ${name}`);
}
