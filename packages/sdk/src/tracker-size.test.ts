import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundleAtOnce } from './testing/bundle-browser.ts';

const KB = 1024;
/** Files of the elements and the tracker, each with its integrity: the loader of a release knows them all. */
const PARTS = 20;
const parts = Object.fromEntries(Array.from({ length: PARTS }, (_, k) => {
  const digest = createHash('sha256').update(String(k)).digest('base64');
  return [`part-${digest.slice(0, 8)}.js`, [`sha256-${digest}`]];
}));

const source = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const gzipped = async (name: string): Promise<number> =>
  (await bundleAtOnce(source(name))).reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);

it('loader, tracker, store and sync: at most 15 kB gzip, the loader at most 3 kB', async () => {
  const [code, tracker] = await Promise.all([gzipped('script.ts'), gzipped('start-tracker.ts')]);
  const loader = code + gzipSync(JSON.stringify(parts), { level: 9 }).length;
  expect(loader).toBeLessThanOrEqual(3 * KB);
  expect(loader + tracker).toBeLessThanOrEqual(15 * KB);
});

it('brings no schema library, and nothing of the sequence model before it is needed', async () => {
  const tracker = (await bundleAtOnce(source('start-tracker.ts'))).join('\n');
  expect(tracker).not.toMatch(/typebox|~kind/i);
  expect(tracker).not.toMatch(/coVisitation|attentionNorm|onnx/i);
});

it('element and the engine of the sequence model: at most 25 kB gzip, without the runtime', async () => {
  const [element, engine] = await Promise.all([gzipped('define-elements.ts'), gzipped('open-ranking.ts')]);
  expect(element + engine).toBeLessThanOrEqual(25 * KB);
  expect((await bundleAtOnce(source('open-ranking.ts'))).join('\n')).not.toMatch(/typebox|~kind|numThreads/);
}, 120_000);
