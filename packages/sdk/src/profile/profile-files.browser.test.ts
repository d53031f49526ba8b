import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callPage } from '../../../../tools/testing/call-page.ts';
import { type ServedPage, servePage } from '../testing/serve-page.ts';
import { formsOf } from './testing/find-numbers.ts';
import type { lab } from './testing/profile-page.ts';
import { sampleBody } from './testing/sample-record.ts';

const SITE = 'shop-1';
const body = sampleBody();
const consent = { agreed: true, textVersion: 'keep-1' };
const values = [...Object.values(body.measurements).map(({ meanCm }) => meanCm), body.profile.statureCm, body.profile.massKg ?? 0];

const call = (page: Page, method: keyof typeof lab, ...parameters: readonly unknown[]): Promise<unknown> => callPage(page, 'lab', method, parameters);

describe('the files of the browser', () => {
  let served: ServedPage;
  beforeAll(async () => {
    served = await servePage("import { lab } from './testing/profile-page.ts'; Object.assign(globalThis, { lab });", import.meta.url);
  });
  afterAll(() => served.close());

  const isLong = ({ length }: Buffer): boolean => length > 4;
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'vua-profile-')); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const inShop = async (visit: (page: Page) => Promise<void>): Promise<void> => {
    const shop = await chromium.launchPersistentContext(folder, { executablePath: process.env['CHROME_PATH'], args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const page = await shop.newPage();
      await page.goto(served.url);
      await page.waitForFunction(() => 'lab' in globalThis);
      await visit(page);
    } finally {
      await shop.close();
    }
  };
  const filesHave = (needles: readonly Buffer[]): boolean => readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('IndexedDB'))
    .some((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return needles.some((needle) => bytes.includes(needle));
    });

  it('hold the ciphertext and no measurement, and still do after a restart', async () => {
    await inShop(async (page) => void await call(page, 'keep', SITE, body, consent));
    await inShop(async (page) => {
      expect(await call(page, 'read', SITE)).toMatchObject({ status: 'kept', body });
      const { ciphertext } = await call(page, 'sealedBytes', SITE) as { ciphertext: number[] };
      expect(filesHave([Buffer.from(ciphertext.slice(0, 64))])).toBe(true);
      expect(filesHave(values.flatMap(formsOf).filter(isLong))).toBe(false);
    });
  });

  it('would show a measurement that was written in the open', async () => {
    await inShop(async (page) => {
      await call(page, 'keep', 'planted', body, consent);
      await call(page, 'plant', 'database', values.slice(0, 3));
      await expect.poll(() => filesHave(values.slice(0, 3).flatMap(formsOf).filter(isLong)), { timeout: 20_000 }).toBe(true);
    });
  });
});
