import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundleAtOnce } from '../../testing/bundle-browser.ts';

it('element with its strategies, lit included: at most 25 kB gzip, and no schema library', async () => {
  const code = await bundleAtOnce(fileURLToPath(new URL('mount-recommendations.ts', import.meta.url)));
  expect(code.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0)).toBeLessThanOrEqual(25 * 1024);
  expect(code.join('\n')).not.toMatch(/typebox|~kind/i);
}, 120_000);
