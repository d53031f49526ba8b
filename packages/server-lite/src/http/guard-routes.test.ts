import { Writable } from 'node:stream';
import { fastify, type FastifyBaseLogger, type FastifyInstance, type InjectOptions } from 'fastify';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { RateLimiter } from './access.ts';
import { guardRoutes } from './guard-routes.ts';
import { LOG_OPTIONS } from './log-options.ts';
import { logRequests } from './log-requests.ts';
import { giveAccess } from './require-access.ts';
import { knownCallers, noLimits, openGuardedApp, SITE_KEY } from './testing/open-guarded-app.ts';

const SITE = `?site=${SITE_KEY}`;
const ORIGIN = 'https://shop.example';
const bearer = (...permissions: string[]): { authorization: string } => ({ authorization: `Bearer key-${permissions.join(',')}` });

async function ask(request: InjectOptions, app?: FastifyInstance) {
  const response = await (app ?? await openGuardedApp()).inject(request);
  return { status: response.statusCode, body: response.json<{ caller?: { kind: string }; code?: string }>(), headers: response.headers };
}

describe('a route', () => {
  it('that states no access stops the server at the start, with its name', async () => {
    const app = await openGuardedApp();
    app.get('/forgotten', async () => 'secrets');
    app.delete('/forgotten-too', async () => 'secrets');
    await expect(app.ready()).rejects.toThrow('GET /forgotten, HEAD /forgotten, DELETE /forgotten-too');
  });

  it('of a plugin may be given its access by the plugin\'s scope', async () => {
    const app = await openGuardedApp();
    await app.register(async (scope) => {
      giveAccess(scope, { kind: 'permission', permission: 'tenant:manage' });
      scope.get('/given', async () => ({}));
      scope.get('/own', { config: { access: { kind: 'public' } } }, async () => ({}));
    });
    expect((await ask({ url: '/given' }, app)).status).toBe(401);
    expect((await ask({ url: '/own' }, app)).status).toBe(200);
  });

  it('that nobody registered is not found, by whomever', async () => {
    expect(await ask({ url: '/nothing', headers: bearer() })).toMatchObject({ status: 404, body: { code: 'unknown-route' } });
  });

  it('is listed with its access, and described with it', async () => {
    const app = await openGuardedApp();
    await app.ready();
    expect(app.guardedRoutes()).toContainEqual({ method: 'GET', url: '/events', access: { kind: 'permission', permission: 'events:read' } });
    const document = app.swagger() as unknown as { paths: Record<string, Record<string, { security?: unknown }>>; components: { securitySchemes: object } };
    expect(Object.keys(document.components.securitySchemes)).toEqual(['site', 'bearer']);
    expect(document.paths['/public']?.['get']?.security).toBeUndefined();
    expect(document.paths['/site-or-key']?.['post']?.security).toEqual([{ site: [] }, { bearer: ['events:write'] }]);
    expect(document.paths['/events']?.['get']?.security).toEqual([{ bearer: ['events:read'] }]);
  });
});

it('no cache gives the answer to one key to who sends another or none', async () => {
  const app = await openGuardedApp();
  const varyOf = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>): Promise<unknown> => (await app.inject({ method, url, headers })).headers['vary'];
  expect(await varyOf('GET', '/events', bearer('events:read'))).toBe('authorization');
  expect(await varyOf('GET', '/events', {})).toBe('authorization');
  expect(await varyOf('POST', `/site-or-key${SITE}`, { origin: ORIGIN })).toBe('origin, authorization');
});

describe('a public route', () => {
  it('asks for nothing, and knows nobody', async () => {
    expect(await ask({ url: '/public', headers: bearer('events:read') })).toMatchObject({ status: 200, body: { caller: 'nobody' } });
  });
});

describe('a route for pages of a shop', () => {
  it.each([
    ['POST', { origin: ORIGIN }], ['GET', { origin: ORIGIN }], ['GET', {}], ['HEAD', {}], ['GET', { 'sec-fetch-site': 'same-origin' }], ['GET', { 'sec-fetch-site': 'none' }],
  ] as const)('lets in %s with %j', async (method, headers) => {
    const response = await (await openGuardedApp()).inject({ method, url: `/site${SITE}`, headers });
    expect(response.statusCode).toBe(200);
    expect(response.headers['vary']).toBe('origin');
    expect(response.body).toBe(method === 'HEAD' ? '' : JSON.stringify({ caller: { kind: 'site', tenantId: 'shop-a', siteKey: SITE_KEY } }));
  });

  it.each([
    ['no site', 'POST', '/site', { origin: ORIGIN }, 401], ['an unknown site', 'POST', '/site?site=site_unknown00', { origin: ORIGIN }, 401],
    ['two sites', 'POST', `/site${SITE}&site=${SITE_KEY}`, { origin: ORIGIN }, 401], ['no origin', 'POST', `/site${SITE}`, {}, 403],
    ['an origin that is not on the list', 'POST', `/site${SITE}`, { origin: 'https://other.example' }, 403],
    ['an origin that is not on the list', 'GET', `/site${SITE}`, { origin: 'https://other.example' }, 403],
    ['a page of elsewhere that names none', 'GET', `/site${SITE}`, { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of a sister that names none', 'GET', `/site${SITE}`, { 'sec-fetch-site': 'same-site' }, 403],
    ['a key in the place of a site', 'POST', '/site', bearer('events:write'), 401],
  ] as const)('refuses %s (%s %s)', async (_what, method, url, headers, status) => {
    const refused = await ask({ method, url, headers });
    expect(refused).toMatchObject({ status, body: { code: status === 401 ? 'unauthenticated' : 'forbidden' } });
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
    expect(refused.headers['www-authenticate']).toBe(status === 401 ? 'Bearer realm="vua"' : undefined);
  });

  it('lets in programs with the permission it names, from nowhere', async () => {
    expect(await ask({ method: 'POST', url: '/site-or-key', headers: bearer('events:write') })).toMatchObject({ status: 200, body: { caller: { kind: 'key' } } });
    expect((await ask({ method: 'POST', url: `/site-or-key${SITE}`, headers: { ...bearer('catalog:write'), origin: ORIGIN } })).status).toBe(403);
    expect((await ask({ method: 'POST', url: `/site-or-key${SITE}`, headers: { authorization: 'Bearer wrong', origin: ORIGIN } })).status).toBe(401);
  });
});

describe('a route for holders of a permission', () => {
  it('lets in who has it', async () => {
    expect(await ask({ url: '/events', headers: bearer('events:read') })).toMatchObject({ status: 200, body: { caller: { kind: 'key', tenantId: 'shop-a', id: 'k1' } } });
    expect((await ask({ url: '/events', headers: { authorization: 'bearer key-events:read' } })).status).toBe(200);
  });

  it('says what is missing to who has it not', async () => {
    const { status, body, headers } = await ask({ url: '/events', headers: bearer('events:write') });
    expect([status, body.code, headers['www-authenticate']]).toEqual([403, 'forbidden', 'Bearer realm="vua", error="insufficient_scope", scope="events:read"']);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic a2V5', 'key-events:read', 'Bearer key-events:read x', 'Bearer wrong'])('refuses the credential %j', async (authorization) => {
    const { status, headers } = await ask({ url: `/events${SITE}`, headers: { origin: ORIGIN, ...(authorization === undefined ? {} : { authorization }) } });
    expect([status, String(headers['www-authenticate']).startsWith('Bearer realm="vua"')]).toEqual([401, true]);
  });

  it('refuses before it reads a body', async () => {
    const payload = JSON.stringify({ much: 'x'.repeat(1000) });
    const headers = { 'content-type': 'application/json' };
    expect((await ask({ method: 'POST', url: '/body', payload, headers })).status).toBe(401);
    expect((await ask({ method: 'POST', url: '/body', payload, headers: { ...headers, ...bearer('catalog:write') } })).status).toBe(413);
  });
});

describe('a place of keys that is away', () => {
  it('is no refusal: it says so, and when to come again', async () => {
    const away = async (): Promise<never> => Promise.reject(new Error('connect ECONNREFUSED of postgres://user:canary@host'));
    const app = await openGuardedApp({ authenticator: { findSite: away, findBearer: away } });
    for (const request of [{ url: '/events', headers: bearer('events:read') }, { url: `/site${SITE}` }]) {
      const { status, body, headers } = await ask(request, app);
      expect([status, body.code, headers['retry-after']]).toEqual([503, 'not-ready', '5']);
      expect(JSON.stringify(body)).not.toContain('canary');
    }
  });
});

describe('limits', () => {
  /** Lets through so many of each kind of bucket, and remembers which were asked for. */
  function allowing(counts: Readonly<Record<string, number>>): RateLimiter & { readonly asked: string[] } {
    const left = new Map(Object.entries(counts));
    const asked: string[] = [];
    return { asked, take: async (bucket, cost) => {
      asked.push(bucket);
      const kind = bucket.split(':')[0] ?? '';
      const tokens = left.get(kind) ?? Infinity;
      if (tokens < cost) return { status: 'limited', retryAfterMs: 1500 };
      left.set(kind, tokens - cost);
      return { status: 'taken' };
    } };
  }

  it('of a tenant end in 429 with the time to wait, which the page may read', async () => {
    const app = await openGuardedApp({ limiter: allowing({ tenant: 1 }) });
    const request = { url: `/site${SITE}`, headers: { origin: ORIGIN } };
    expect((await ask(request, app)).status).toBe(200);
    const { status, body, headers } = await ask(request, app);
    expect([status, body.code, headers['retry-after'], headers['access-control-allow-origin']]).toEqual([429, 'rate-limited', '2', ORIGIN]);
    expect(String(headers['access-control-expose-headers'])).toContain('retry-after');
  });

  it('of an address come before anybody is looked up, and pages that were known may read that, too', async () => {
    const looked: string[] = [];
    const findSite = async (key: string) => {
      looked.push(key);
      return knownCallers.findSite(key);
    };
    const app = await openGuardedApp({ limiter: allowing({ address: 1 }), authenticator: { ...knownCallers, findSite } });
    const request = { url: `/site${SITE}`, headers: { origin: ORIGIN } };
    await ask(request, app);
    const { status, headers } = await ask(request, app);
    expect([status, headers['access-control-allow-origin'], looked]).toEqual([429, ORIGIN, [SITE_KEY]]);
    expect((await ask({ ...request, headers: { origin: 'https://other.example' } }, app)).headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('count guessing of keys by address and never by tenant', async () => {
    const limiter = allowing({});
    const app = await openGuardedApp({ limiter });
    await ask({ url: '/events', headers: { authorization: 'Bearer wrong' } }, app);
    await ask({ url: `/site${SITE}`, headers: { origin: 'https://other.example' } }, app);
    expect(limiter.asked.map((bucket) => bucket.split(':')[0])).toEqual(['address', 'address']);
  });

  it('leave public routes alone, where they do not ask to be counted', async () => {
    const app = await openGuardedApp({ limiter: allowing({ address: 0 }) });
    expect([(await ask({ url: '/public' }, app)).status, (await ask({ url: '/counted' }, app)).status]).toEqual([200, 429]);
  });

  it('never take the address from what the client says of itself', async () => {
    const limiter = allowing({});
    const app = await openGuardedApp({ limiter });
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip']) {
      await ask({ url: '/counted', headers: { [name]: `203.0.113.${limiter.asked.length}` } }, app);
    }
    expect([limiter.asked.length, new Set(limiter.asked).size]).toEqual([5, 1]);
  });

  it('take it from the nearest proxy that is trusted, and never from before it', async () => {
    const limiter = allowing({});
    const app = await openGuardedApp({ limiter }, ['127.0.0.1']);
    const from = (forwarded: string): Promise<unknown> => ask({ url: '/counted', headers: { 'x-forwarded-for': forwarded } }, app);
    await from('203.0.113.1');
    await from('203.0.113.2');
    await from('198.51.100.7, 203.0.113.2');
    expect(limiter.asked[0]).not.toBe(limiter.asked[1]);
    expect(limiter.asked[1]).toBe(limiter.asked[2]);
  });

  it('count those who hung up before they were looked at, and fail at none of them', async () => {
    const counted = Promise.withResolvers<string>();
    const app = await openGuardedApp({ limiter: { take: async (bucket) => {
      counted.resolve(bucket);
      return { status: 'taken' };
    } } });
    app.server.prependListener('request', ({ socket }) => socket.destroy());
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    await expect(fetch(`${url}/counted`)).rejects.toThrow('fetch failed');
    expect(await counted.promise).toMatch(/^address:/);
    await app.close();
  });

  it('know an address only as a keyed hash', async () => {
    const limiter = allowing({});
    await ask({ url: '/counted', remoteAddress: '203.0.113.9' }, await openGuardedApp({ limiter }));
    expect(limiter.asked).toEqual([expect.stringMatching(/^address:[A-Za-z0-9_-]{22}$/)]);
  });
});

describe('the log (part of fault test 36)', () => {
  it('holds neither credentials nor addresses, whatever is refused', async () => {
    let text = '';
    const logger: FastifyBaseLogger = pino(LOG_OPTIONS, new Writable({ write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    } }));
    const app = fastify({ loggerInstance: logger });
    logRequests(app);
    const failing = { ...knownCallers, findBearer: async (credential: string) => Promise.reject(new Error(`row of ${credential}`)) };
    guardRoutes(app, { authenticator: failing, limiter: noLimits });
    app.get('/events', { config: { access: { kind: 'permission', permission: 'events:read' } } }, async () => ({}));
    const canaries = ['vua_sk_0123456789abcdef_canary', 'eyJcanary.eyJcanary.canary', '203.0.113.77', 'site_canary00', 'https://canary.example', '198.51.100.99'];
    const [key = '', token = '', address = '', site = '', origin = '', forwarded = ''] = canaries;
    for (const authorization of [`Bearer ${key}`, `Bearer ${token}`, key]) {
      const response = await app.inject({ url: `/events?site=${site}&key=${key}`, headers: { authorization, origin, 'x-forwarded-for': forwarded }, remoteAddress: address });
      for (const canary of canaries) expect(response.body + JSON.stringify(response.headers)).not.toContain(canary);
    }
    expect(text).toContain('nobody can be recognized');
    expect(text.match(/TRUSTED_PROXIES/g)).toHaveLength(1);
    for (const canary of canaries) expect(text).not.toContain(canary);
  });
});
