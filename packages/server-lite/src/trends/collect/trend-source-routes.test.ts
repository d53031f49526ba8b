import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { TrendSourceReport } from '@vua/models/contracts';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createServices } from '../../create-services.ts';
import { PERMISSIONS } from '../../http/access.ts';
import { LOG_OPTIONS } from '../../http/log-options.ts';
import { openSqlite } from '../../storage/open-sqlite.ts';
import { memoryStores, openMemoryApp } from '../../testing/memory-app.ts';
import { openFakeInstagram } from '../testing/fake-instagram.ts';
import { openFakePinterest } from '../testing/fake-pinterest.ts';
import { createMemoryTrendStores } from './memory-trend-stores.ts';
import { createTrendStores } from './trend-stores.ts';

const TOKEN = 'EAAG/very+secret=token';
const NEXT_TOKEN = 'EAAG/another+secret=token';
const guard = {
  authenticator: {
    findSite: async () => undefined,
    findBearer: async (credential: string) => ({ kind: 'key', tenantId: credential, id: 'k1', permissions: new Set(PERMISSIONS) }) as const,
  },
  limiter: { take: async () => ({ status: 'taken' }) as const },
};
const collecting = { tokenKey: new Uint8Array(32).fill(3), origins: ['https://proxy.example'] };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const close of closing.splice(0).toReversed()) await close(); });

async function openApp(deps: Parameters<typeof openMemoryApp>[1] = {}): Promise<FastifyInstance> {
  const app = await openMemoryApp({}, { guard, collecting, clock: () => 1000, ...deps });
  closing.push(() => app.close());
  return app;
}

const ask = (app: FastifyInstance, method: 'GET' | 'PUT' | 'DELETE', path = '', payload?: object, shop = 'shop') =>
  app.inject({ method, url: `/v1/trends/sources${path}`, headers: { authorization: `Bearer ${shop}` }, ...(payload !== undefined && { payload }) } satisfies InjectOptions);

const INSTAGRAM = { token: TOKEN, accountIds: ['17841400000000001'], tags: ['Linen', 'linen', 'Áo dài'] };
const REPORT = { source: 'instagram', baseUrl: 'https://graph.facebook.com/v20.0', accountIds: ['17841400000000001'], regions: [], tags: ['linen', 'áo dài'], savedAtMs: 1000, status: 'active', quota: { requestsToday: 0 }, heldTags: [] };

describe('/v1/trends/sources', () => {
  let shared: FastifyInstance | undefined;
  afterAll(() => shared?.close());

  it('configures, shows and forgets a source of one shop, and gives the token to nobody', async () => {
    const app = await openApp();
    const saved = await ask(app, 'PUT', '/instagram', INSTAGRAM);
    expect([saved.statusCode, saved.json(), saved.headers['cache-control']]).toEqual([200, REPORT, 'no-store']);
    const shown = await ask(app, 'GET', '/instagram');
    const listed = await ask(app, 'GET');
    expect([shown.json(), listed.json()]).toEqual([REPORT, { sources: [REPORT] }]);
    for (const { body } of [saved, shown, listed]) expect(body).not.toContain('secret');
    expect((await ask(app, 'GET', '', undefined, 'other')).json()).toEqual({ sources: [] });
    expect((await ask(app, 'DELETE', '/instagram', undefined, 'other')).json()).toMatchObject({ status: 404, code: 'unknown-trend-source' });
    expect((await ask(app, 'DELETE', '/instagram')).statusCode).toBe(204);
    expect((await ask(app, 'GET', '/instagram')).json()).toMatchObject({ status: 404, code: 'unknown-trend-source' });
  });

  it('keeps the token where none is given, but not for another address', async () => {
    const app = await openApp();
    await ask(app, 'PUT', '/instagram', INSTAGRAM);
    const { token: _, ...withoutToken } = INSTAGRAM;
    expect((await ask(app, 'PUT', '/instagram', { ...withoutToken, tags: ['denim'] })).json()).toMatchObject({ tags: ['denim'], savedAtMs: 1001 });
    expect((await ask(app, 'PUT', '/instagram', { ...withoutToken, baseUrl: 'https://proxy.example/graph' })).json()).toMatchObject({ code: 'invalid-request', errors: [{ at: '/body/token', rule: 'required' }] });
    expect((await ask(app, 'PUT', '/instagram', { ...INSTAGRAM, baseUrl: 'https://proxy.example/graph' })).json()).toMatchObject({ baseUrl: 'https://proxy.example/graph' });
  });

  it('collects from the United States unless other regions are named', async () => {
    const app = await openApp();
    expect((await ask(app, 'PUT', '/pinterest', { token: TOKEN, tags: ['linen'] })).json()).toMatchObject({ regions: ['US'], quota: { requestsToday: 0, requestsPerDay: 1000 } });
    expect((await ask(app, 'PUT', '/pinterest', { tags: ['linen'], regions: ['DE+AT+CH'] })).json()).toMatchObject({ regions: ['DE+AT+CH'] });
  });

  it.each<[object, string]>([
    [{ ...INSTAGRAM, baseUrl: 'http://169.254.169.254/latest' }, '/body/baseUrl'], [{ ...INSTAGRAM, baseUrl: 'https://graph.facebook.com.evil.example' }, '/body/baseUrl'],
    [{ ...INSTAGRAM, baseUrl: 'http://graph.facebook.com' }, '/body/baseUrl'], [{ ...INSTAGRAM, baseUrl: 'https://user@graph.facebook.com' }, '/body/baseUrl'], [{ ...INSTAGRAM, baseUrl: 'https://api.pinterest.com/v5' }, '/body/baseUrl'],
    [{ ...INSTAGRAM, baseUrl: 'https://:secret@graph.facebook.com' }, '/body/baseUrl'], [{ ...INSTAGRAM, baseUrl: 'https://graph.facebook.com/#' }, '/body/baseUrl'], [{ ...INSTAGRAM, baseUrl: 'https://graph.facebook.com/?' }, '/body/baseUrl'],
    [{ ...INSTAGRAM, baseUrl: 'file:///etc/passwd' }, '/body/baseUrl'], [{ ...INSTAGRAM, accountIds: [] }, '/body/accountIds'], [{ ...INSTAGRAM, accountIds: ['../me'] }, '/body/accountIds/0'],
    [{ ...INSTAGRAM, tags: [] }, '/body/tags'], [{ ...INSTAGRAM, tags: ['#linen'] }, '/body/tags/0'], [{ ...INSTAGRAM, tags: ['a  b'] }, '/body/tags/0'], [{ ...INSTAGRAM, tags: ['a\nb'] }, '/body/tags/0'],
    [{ ...INSTAGRAM, token: 'with blank' }, '/body/token'], [{ ...INSTAGRAM, token: undefined }, '/body/token'], [{ ...INSTAGRAM, more: 1 }, '/body'],
  ])('refuses %j and keeps nothing of it', async (body, at) => {
    shared ??= await openMemoryApp({}, { guard, collecting });
    const refused = await ask(shared, 'PUT', '/instagram', body);
    expect(refused.json()).toMatchObject({ status: 400, code: 'invalid-request', errors: [{ at }] });
    expect(refused.body).not.toContain('secret');
    expect((await ask(shared, 'GET')).json()).toEqual({ sources: [] });
  });

  it('knows no other source', async () => {
    expect((await ask(await openApp(), 'PUT', '/tiktok', INSTAGRAM)).statusCode).toBe(400);
  });

  it('says what is missing where the server can keep no token', async () => {
    const app = await openApp({ collecting: undefined });
    expect((await ask(app, 'PUT', '/instagram', INSTAGRAM)).json()).toMatchObject({ status: 409, code: 'no-token-key', title: expect.stringContaining('TREND_TOKEN_KEY') as string });
    expect((await ask(app, 'GET')).json()).toEqual({ sources: [] });
  });

  it('pauses a source whose token was sealed with another key', async () => {
    const trendStores = createMemoryTrendStores();
    const alerts: unknown[] = [];
    const servicesWith = (fill: number) => createServices(memoryStores({ trendStores }), { guard, clock: () => 1000, collecting: { ...collecting, tokenKey: new Uint8Array(32).fill(fill) }, alert: async (...given) => { alerts.push(given); } });
    await servicesWith(3).trendSources.save('shop', 'instagram', INSTAGRAM);
    await servicesWith(4).jobs.find(({ name }) => name === 'collect-trends')?.run(new AbortController().signal);
    expect(await servicesWith(4).trendSources.find('shop', 'instagram')).toMatchObject({ status: 'paused', reason: 'token-unreadable' });
    expect(alerts).toEqual([['shop', { kind: 'source-paused', source: 'instagram', reason: 'token-unreadable' }]]);
  });
});

it('a token stands neither in the log nor in the database nor in what sources answered, whatever happens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vua-trend-token-'));
  const database = await openSqlite(join(folder, 'vua.sqlite'));
  const [instagram, pinterest] = [await openFakeInstagram({ token: TOKEN }), await openFakePinterest({ token: TOKEN })];
  closing.push(async () => rmSync(folder, { recursive: true, force: true }), () => instagram.close(), () => pinterest.close());
  let log = '';
  const logger = pino({ ...LOG_OPTIONS, level: 'trace' }, new Writable({ write: (chunk: Buffer, _encoding, done) => { log += chunk.toString(); done(); } }));
  const stores = memoryStores({ trendStores: createTrendStores(database) });
  let nowMs = Date.now();
  const deps = { guard, log: logger, clock: () => nowMs, collecting: { ...collecting, origins: [instagram.url, pinterest.url] } };
  const app = await openMemoryApp({ trendStores: stores.trendStores }, { ...deps, logger });
  const job = createServices(stores, deps).jobs.find(({ name }) => name === 'collect-trends');
  const collect = async (): Promise<void> => {
    await job?.run(new AbortController().signal);
    nowMs += 25 * 3_600_000;
    instagram.publish('linen', [{ id: String(nowMs), postedMs: nowMs - 1000, caption: `linen of @someone.here and ${TOKEN}` }]);
  };
  instagram.publish('linen', [{ id: '1', postedMs: nowMs - 1000 }]);
  pinterest.search('US', 'linen', () => 5);
  for (const [source, baseUrl] of [['instagram', instagram.baseUrl], ['pinterest', pinterest.baseUrl]] as const) {
    expect((await ask(app, 'PUT', `/${source}`, { ...INSTAGRAM, baseUrl })).statusCode).toBe(200);
  }
  for (const fault of ['none', 'reset', 'reset-midway', 'error-500', 'cut', 'odd-shape', 'html', 'none'] as const) {
    instagram.failNext('none', fault);
    pinterest.failNext(fault);
    await collect();
  }
  instagram.revoke();
  pinterest.revoke();
  await collect();
  expect((await ask(app, 'GET')).json<{ readonly sources: readonly TrendSourceReport[] }>().sources.map(({ reason }) => reason)).toEqual(['token-revoked', 'token-revoked']);
  expect((await ask(app, 'PUT', '/instagram', { ...INSTAGRAM, token: NEXT_TOKEN })).statusCode).toBe(200);
  const { body: answers } = await ask(app, 'GET');
  expect((await stores.trendStores.snapshots.list({ tenantId: 'shop', source: 'instagram', tag: 'linen' }, 0, Number.MAX_SAFE_INTEGER)).length).toBeGreaterThan(5);
  await app.close();
  await database.close();
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1')).join('');
  expect(files).toContain('recent-media');
  expect(log).toContain('a source of trends rests');
  for (const text of [files, log, answers]) {
    for (const secret of [TOKEN, NEXT_TOKEN]) for (const told of [secret, encodeURIComponent(secret), secret.slice(0, 12), Buffer.from(secret).toString('base64url')]) expect(text.includes(told)).toBe(false);
    expect(text.includes('someone.here')).toBe(false);
  }
});
