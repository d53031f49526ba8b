import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callPage } from '../../../../tools/testing/call-page.ts';
import { openBrowser } from '../../../../tools/testing/open-browser.ts';
import { type ServedPage, servePage } from '../testing/serve-page.ts';
import type { ProfileStore, StoredRecord } from './profile-store.ts';
import { describeProfileStore } from './testing/describe-profile-store.ts';
import type { StorageDump } from './testing/dump-storage.ts';
import { findNumbers } from './testing/find-numbers.ts';
import type { lab } from './testing/profile-page.ts';
import { sampleBody } from './testing/sample-record.ts';

const SITE = 'shop-1';
const body = sampleBody();
const consent = { agreed: true, textVersion: 'keep-1' };
const values = [...Object.values(body.measurements).map(({ meanCm }) => meanCm), body.profile.statureCm, body.profile.massKg ?? 0];

let browser: Browser;
let served: ServedPage;
let context: BrowserContext;
/** Whatever the pages said, threw or asked for. */
let noise: string[];

beforeAll(async () => {
  served = await servePage("import { lab } from './testing/profile-page.ts'; Object.assign(globalThis, { lab });", import.meta.url);
  browser = await openBrowser(['--host-resolver-rules=MAP shop.test 127.0.0.1']);
});
afterAll(async () => {
  await browser.close();
  await served.close();
});
beforeEach(async () => {
  context = await browser.newContext();
  noise = [];
});
afterEach(async () => {
  await context.close();
  // oxlint-disable-next-line vitest/no-standalone-expect -- of every test
  expect(noise).toEqual([]);
});

async function openPage(url = served.url): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('console', (message) => noise.push(message.text()));
  await page.goto(url);
  await page.waitForFunction(() => 'lab' in globalThis);
  page.on('request', (request) => noise.push(request.url()));
  return page;
}

const call = (page: Page, method: keyof typeof lab, ...parameters: readonly unknown[]): Promise<unknown> => callPage(page, 'lab', method, parameters);
const dump = async (page: Page): Promise<StorageDump> => await call(page, 'dump') as StorageDump;

function storeIn(page: Page, siteKey: string): ProfileStore {
  return {
    lasts: 'device',
    write: async (record) => await call(page, 'storeWrite', siteKey, record) as boolean,
    read: async () => await call(page, 'storeRead', siteKey) as StoredRecord,
    clear: async () => await call(page, 'storeClear', siteKey) as boolean,
  };
}

describeProfileStore('the encrypted store in two tabs', async () => {
  const [first, second] = [await openPage(), await openPage()];
  return { store: storeIn(first, 'a'), again: storeIn(second, 'a'), elsewhere: storeIn(first, 'b') };
});

describe('what lies on the device', () => {
  it('holds no measurement that a script could read', async () => {
    const page = await openPage();
    expect(await call(page, 'keep', SITE, body, consent)).toMatchObject({ status: 'kept', lasts: 'device' });
    const stored = await dump(page);
    expect(stored.databases).toEqual([`vua-profile/${SITE}`]);
    expect(stored.bytes.map(([, { length }]) => length).toSorted((a, b) => a - b)).toEqual([12, 8208]);
    expect(stored.keys.map(([, isExtractable]) => isExtractable)).toEqual([false]);
    expect(findNumbers(stored, values)).toEqual([]);
    expect(JSON.stringify([stored.texts, stored.numbers])).not.toMatch(/chest|camera|female|statureCm|keep-1/);
  });

  it.each(['database', 'floats', 'local', 'session', 'cookie', 'cache', 'file'])('would be found if it were written in the open: %s', async (way) => {
    const page = await openPage();
    await call(page, 'keep', 'planted', body, consent);
    await call(page, 'plant', way, values.slice(0, 3));
    expect(findNumbers(await dump(page), values)).toHaveLength(way === 'database' ? 3 : 1);
  });

  it('has a key that nobody can take away, though a script of the page can use it', async () => {
    const page = await openPage();
    await call(page, 'keep', SITE, body, consent);
    expect(new Set(await call(page, 'stealKey', SITE) as string[])).toEqual(new Set(['InvalidAccessError']));
    // This is the limit that the docstring of `DeviceProfile` states.
    expect(JSON.parse(await call(page, 'useKey', SITE) as string)).toMatchObject({ body: { profile: { statureCm: body.profile.statureCm } } });
  });

  it('is written with another key and IV each time', async () => {
    const page = await openPage();
    await call(page, 'keep', SITE, body, consent);
    const first = await call(page, 'sealedBytes', SITE) as { iv: number[]; ciphertext: number[] };
    await call(page, 'keep', SITE, body, consent);
    const second = await call(page, 'sealedBytes', SITE) as typeof first;
    expect(second.iv).not.toEqual(first.iv);
    expect(second.ciphertext.slice(0, 64)).not.toEqual(first.ciphertext.slice(0, 64));
  });

  it('is nothing at all before the shopper agrees, and after the shopper forgets', async () => {
    const page = await openPage();
    const empty = await dump(page);
    expect(empty).toEqual({ texts: [['cookie', '']], numbers: [], bytes: [], keys: [], databases: [] });
    expect(await call(page, 'read', SITE)).toEqual({ status: 'none' });
    expect(await call(page, 'keep', SITE, body, { ...consent, agreed: false })).toEqual({ status: 'refused', reason: 'no-consent' });
    expect(await call(page, 'forget', SITE)).toEqual({ status: 'forgotten' });
    expect(await dump(page)).toEqual(empty);
    await call(page, 'keep', SITE, body, consent);
    expect(await call(page, 'forget', SITE)).toEqual({ status: 'forgotten' });
    expect(await dump(page)).toEqual(empty);
  });

  it('goes when consent is withdrawn', async () => {
    const page = await openPage();
    const empty = await dump(page);
    await call(page, 'keep', SITE, body, consent);
    await call(page, 'keep', SITE, body, { ...consent, agreed: false });
    expect(await dump(page)).toEqual(empty);
  });
});

describe('the next visit', () => {
  it('finds the body as it was', async () => {
    const page = await openPage();
    await call(page, 'keep', SITE, body, consent);
    await page.close();
    expect(await call(await openPage(), 'read', SITE)).toMatchObject({ status: 'kept', body, ageDays: 0, lasts: 'device', consent: { textVersion: 'keep-1' } });
  });

  it('finds nothing on another origin or of another shop', async () => {
    await call(await openPage(), 'keep', SITE, body, consent);
    const other = await openPage(served.url.replace('127.0.0.1', 'localhost'));
    expect(await call(other, 'read', SITE)).toEqual({ status: 'none' });
    expect(await call(await openPage(), 'read', 'shop-2')).toEqual({ status: 'none' });
    expect(await call(await openPage(), 'read', '')).toEqual({ status: 'none' });
  });

  it('finds nothing when the browser emptied its storage, and can keep again', async () => {
    const page = await openPage();
    await call(page, 'keep', SITE, body, consent);
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(served.url).origin, storageTypes: 'all' });
    expect(await call(page, 'read', SITE)).toEqual({ status: 'none' });
    expect(await call(page, 'keep', SITE, body, consent)).toMatchObject({ lasts: 'device' });
    expect(await call(page, 'read', SITE)).toMatchObject({ status: 'kept', body });
  });

  it('finds nothing of a body that was forgotten while it was being kept', async () => {
    const page = await openPage();
    expect(await call(page, 'keepAndForget', SITE, body, consent)).toMatchObject([{ status: 'kept' }, { status: 'forgotten' }]);
    expect(await call(page, 'read', SITE)).toEqual({ status: 'none' });
  });
});

describe('several tabs', () => {
  it('agree at once', async () => {
    const [first, second] = [await openPage(), await openPage()];
    await call(first, 'keep', SITE, body, consent);
    expect(await call(second, 'read', SITE)).toMatchObject({ status: 'kept', body });
    await call(second, 'keep', SITE, sampleBody(2), consent);
    expect(await call(first, 'read', SITE)).toMatchObject({ body: sampleBody(2) });
    await call(first, 'forget', SITE);
    expect(await call(second, 'read', SITE)).toEqual({ status: 'none' });
  });

  it('one that holds the database open does not keep another from forgetting', async () => {
    const [first, second] = [await openPage(), await openPage()];
    await call(first, 'keep', SITE, body, consent);
    await call(first, 'holdOpen', SITE);
    expect(await call(second, 'forget', SITE)).toEqual({ status: 'forgotten' });
    await call(first, 'letGo');
    expect(await call(first, 'read', SITE)).toEqual({ status: 'none' });
    expect((await dump(first)).databases).toEqual([]);
  });

  it('one that could only keep for its page forgets with the others', async () => {
    const [first, second] = [await openPage(), await openPage()];
    await first.evaluate(() => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; });
    expect(await call(first, 'keep', SITE, body, consent)).toMatchObject({ status: 'kept', lasts: 'page' });
    expect(await call(first, 'read', SITE)).toMatchObject({ status: 'kept', lasts: 'page' });
    await call(second, 'forget', SITE);
    await expect.poll(() => call(first, 'read', SITE)).toEqual({ status: 'none' });
  });
});

describe('a record that was changed', () => {
  it.each(['ciphertext', 'iv', 'cut', 'version', 'foreign', 'key'])('%s: is refused and forgotten', async (how) => {
    const page = await openPage();
    await call(page, 'keep', SITE, body, consent);
    await call(page, 'tamper', SITE, how);
    expect(await call(page, 'read', SITE)).toEqual({ status: 'unreadable', reason: 'damaged' });
    expect((await dump(page)).databases).toEqual([]);
    expect(await call(page, 'read', SITE)).toEqual({ status: 'none' });
  });

  it('is refused in the place of another shop', async () => {
    const page = await openPage();
    await call(page, 'keep', SITE, body, consent);
    await call(page, 'keep', 'shop-2', sampleBody(2), consent);
    await call(page, 'moveRecord', SITE, 'shop-2');
    expect(await call(page, 'read', 'shop-2')).toEqual({ status: 'unreadable', reason: 'damaged' });
    expect(await call(page, 'read', SITE)).toMatchObject({ status: 'kept', body });
  });

  it('by a later version is left alone, and forgotten when asked', async () => {
    const page = await openPage();
    await call(page, 'keep', SITE, body, consent);
    await call(page, 'tamper', SITE, 'newer');
    expect(await call(page, 'read', SITE)).toEqual({ status: 'unreadable', reason: 'newer' });
    expect((await dump(page)).keys).toHaveLength(1);
    expect(await call(page, 'forget', SITE)).toEqual({ status: 'forgotten' });
    expect((await dump(page)).databases).toEqual([]);
  });

  it('a database of a later version too', async () => {
    const page = await openPage();
    await call(page, 'makeDatabase', SITE, 7);
    expect(await call(page, 'read', SITE)).toEqual({ status: 'unreadable', reason: 'newer' });
    expect(await call(page, 'keep', SITE, body, consent)).toMatchObject({ status: 'kept', lasts: 'page' });
    expect(await call(page, 'forget', SITE)).toEqual({ status: 'forgotten' });
    expect((await dump(page)).databases).toEqual([]);
  });

  it('a database of our name that is not ours is forgotten', async () => {
    const page = await openPage();
    await call(page, 'makeDatabase', SITE, 1);
    expect(await call(page, 'read', SITE)).toEqual({ status: 'unreadable', reason: 'damaged' });
    expect(await call(page, 'keep', SITE, body, consent)).toMatchObject({ lasts: 'device' });
  });
});

describe('a browser without storage', () => {
  const faults: Readonly<Record<string, () => void>> = {
    'no IndexedDB': () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
    'IndexedDB that is forbidden': () => Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } }),
    'IndexedDB that throws': () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError'); }; },
    'a full disk': () => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
    'keys that cannot be stored, as in private windows of Firefox': () => { IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'DataCloneError'); }; },
    'storage that never answers': () => {
      const open = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')?.value as IDBFactory['open'];
      IDBFactory.prototype.open = function openSilently(...given) {
        const request = open.apply(this, given);
        for (const event of ['success', 'error', 'blocked', 'upgradeneeded']) request.addEventListener(event, (fired) => fired.stopImmediatePropagation());
        return request;
      };
    },
    'no channel between tabs': () => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
      Object.defineProperty(globalThis, 'BroadcastChannel', { value: undefined });
    },
  };

  it.each(Object.keys(faults))('%s: keeps the body for the page', async (name) => {
    await context.addInitScript(faults[name] as () => void);
    const page = await openPage();
    expect(await call(page, 'read', SITE)).toEqual({ status: 'none' });
    expect(await call(page, 'keep', SITE, body, consent)).toMatchObject({ status: 'kept', lasts: 'page' });
    expect(await call(page, 'read', SITE)).toMatchObject({ status: 'kept', body, lasts: 'page' });
    expect(await call(page, 'forget', SITE)).toMatchObject({ status: expect.stringMatching(/^(forgotten|unreachable)$/) as string });
    expect(await call(page, 'read', SITE)).toEqual({ status: 'none' });
  });

  it('a page without TLS has no cryptography: keeps the body for the page', async () => {
    const page = await openPage(served.url.replace('127.0.0.1', 'shop.test'));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await call(page, 'keep', SITE, body, consent)).toMatchObject({ status: 'kept', lasts: 'page' });
    expect(await call(page, 'read', SITE)).toMatchObject({ status: 'kept', body, lasts: 'page' });
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  });
});
