import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundleBrowser } from '../testing/bundle-browser.ts';

const bundled = (name: string): Promise<string> => bundleBrowser(fileURLToPath(new URL(name, import.meta.url)));
/** Words that only adapters know. */
const THEIRS = /item_variant|checkout_completed|view_item_list.*search_term/;

it('are at most 4 kB gzip, and nobody who does not ask for them loads them', async () => {
  const [adapters, tracker] = await Promise.all([bundled('index.ts'), bundled('../start-tracker.ts')]);
  expect(adapters).toMatch(THEIRS);
  expect(gzipSync(adapters, { level: 9 }).length).toBeLessThanOrEqual(4096);
  expect(tracker).not.toMatch(THEIRS);
});
