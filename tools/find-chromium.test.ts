import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';

const root = mkdtempSync(join(tmpdir(), 'vua-chromium-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function executable(path: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
}

const named = executable('named/my-chrome');
const onPath = executable('bin/chromium');
const cached = executable('cache/chromium-1234/chrome-linux/chrome');
const PLAYWRIGHT_BROWSERS_PATH = dirname(dirname(dirname(cached)));

it('takes the named one first', () => {
  expect(findChromium({ CHROME_PATH: named, PATH: dirname(onPath) })).toEqual({ path: named, where: 'CHROME_PATH' });
});

it('passes over a name that leads nowhere', () => {
  expect(findChromium({ CHROME_PATH: join(root, 'gone'), PATH: dirname(onPath) })).toEqual({ path: onPath, where: 'PATH' });
});

it.runIf(process.platform === 'linux')("looks into Playwright's cache last", () => {
  expect(findChromium({ PATH: '', PLAYWRIGHT_BROWSERS_PATH })).toEqual({ path: cached, where: "Playwright's cache" });
});
