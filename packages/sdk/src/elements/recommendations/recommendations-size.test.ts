import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundleAtOnce } from '../../testing/bundle-browser.ts';

it.each([
  ['the element with its strategies, lit included', 'mount-recommendations.ts', 21], ['what sorts a list of the page', 'mount-reordering.ts', 17], ['the same with the engine without a runtime', '../../testing/element-and-engine.ts', 25],
])('%s (%s): at most %i kB gzip, and no schema library', async (_what, file, most) => {
  const code = await bundleAtOnce(fileURLToPath(new URL(file, import.meta.url)));
  expect(code.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0)).toBeLessThanOrEqual(most * 1024);
  expect(code.join('\n')).not.toMatch(/typebox|~kind/i);
}, 120_000);
