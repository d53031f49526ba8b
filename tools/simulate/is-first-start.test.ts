import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings, startServer } from '@vua/server-lite';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { isFirstStart } from './is-first-start.ts';

const CATALOG_FILE = join(REPOSITORY_ROOT, 'packages', 'demo', 'catalog.json');
let dataDir: string;
beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'vua-first-start-')); });
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('is one until a server has run, whatever else lies in the folder', async () => {
  expect([isFirstStart(join(dataDir, 'missing')), isFirstStart(dataDir)]).toEqual([true, true]);
  writeFileSync(join(dataDir, 'server.log'), '');
  expect(isFirstStart(dataDir)).toBe(true);
  const read = readSettings({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir }, dataDir);
  if (read.status === 'invalid') throw new Error(read.problems.join(' '));
  await (await startServer(read.settings, { sdk: dataDir, shop: [], catalogFile: CATALOG_FILE }, { write: () => true })).close(0);
  expect(isFirstStart(dataDir)).toBe(false);
});
