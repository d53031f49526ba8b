import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';
import { describe, expect, it } from 'vitest';
import { createMemoryCatalog } from './catalog/memory-catalog.ts';
import type { AppDeps } from './create-app.ts';
import { LOG_OPTIONS } from './http/log-options.ts';
import { openMemoryApp } from './testing/memory-app.ts';
import { sampleCatalog } from './testing/sample-catalog.ts';

interface LogLine {
  readonly msg: string;
  readonly [field: string]: unknown;
}

function collectLog(): { readonly lines: LogLine[]; readonly text: () => string; readonly logger: Logger } {
  const lines: LogLine[] = [];
  const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => {
    lines.push(JSON.parse(chunk.toString()) as LogLine);
    done();
  } });
  return { lines, text: () => JSON.stringify(lines), logger: pino(LOG_OPTIONS, stream) };
}

const open = ({ catalog = createMemoryCatalog(sampleCatalog()), ...deps }: Partial<AppDeps> = {}): ReturnType<typeof openMemoryApp> => openMemoryApp({ catalog }, deps);

describe('health', () => {
  it('is alive and ready', async () => {
    const app = await open();
    for (const url of ['/healthz', '/readyz']) {
      const response = await app.inject(url);
      expect([response.statusCode, response.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  it.each([async () => false, async () => Promise.reject(new Error('disk gone'))])('is alive but not ready when its storage is gone', async (isReady) => {
    const app = await open({ isReady });
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    const response = await app.inject('/readyz');
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ code: 'not-ready' });
  });
});

describe('/openapi.json', () => {
  it('describes every public route from its schemas', async () => {
    const document = (await (await open()).inject('/openapi.json')).json<{ openapi: string; paths: Record<string, Record<string, { responses: object }>> }>();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/healthz', '/metrics', '/predict', '/readyz', '/v1/catalog/import', '/v1/catalog/snapshot', '/v1/consents', '/v1/erasures/{id}', '/v1/events', '/v1/events/export',
      '/v1/events/stream', '/v1/insights/recommendations', '/v1/insights/size-curve', '/v1/measurement-statistics', '/v1/models/{kind}/active', '/v1/models/{kind}/rollback', '/v1/models/{kind}/versions', '/v1/models/{kind}/{version}/activate',
      '/v1/models/{kind}/{version}/canary', '/v1/models/{kind}/{version}/files/{name}', '/v1/products', '/v1/products/{id}', '/v1/products/{id}/size-chart', '/v1/quarantine',
      '/v1/recommendations', '/v1/recommendations/by-vector', '/v1/recommendations/rules', '/v1/recommendations/tables',
      '/v1/size-charts/{id}', '/v1/subjects/{id}', '/v1/subjects/{id}/export',
      '/v1/trends/accuracy', '/v1/trends/attributes', '/v1/trends/history', '/v1/trends/predict', '/v1/trends/sources', '/v1/trends/sources/{source}', '/v1/trends/top', '/v1/trends/vocabulary', '/v1/trends/weeks',
    ]);
    expect(Object.keys(document.paths['/v1/products/{id}/size-chart']?.['get']?.responses ?? {})).toEqual(['200', '400', '404', '503']);
  });
});

describe('/openapi.json, of bodies', () => {
  it.each([
    ['post', '/v1/trends/history', ['text/csv']], ['post', '/v1/catalog/import', ['application/atom+xml', 'application/rss+xml', 'application/xml', 'text/csv', 'text/tab-separated-values', 'text/xml']],
    ['put', '/v1/size-charts/{id}', ['application/json', 'text/csv', 'text/tab-separated-values']], ['post', '/v1/trends/predict', ['application/json']],
  ])('names the types that %s %s takes', async (method, path, types) => {
    const document = (await (await open()).inject('/openapi.json')).json<{ paths: Record<string, Record<string, { requestBody: { content: object } }>> }>();
    expect(Object.keys(document.paths[path]?.[method]?.requestBody.content ?? {}).sort()).toEqual([...types].sort());
  });
});

describe('errors', () => {
  it('are answered without saying what broke, and logged without what was sent', async () => {
    const { lines, text, logger } = collectLog();
    const catalog = { ...createMemoryCatalog(), findItems: async () => Promise.reject(new Error('row of nguyen@example.com is broken')) };
    const response = await (await open({ catalog, logger })).inject('/v1/products/shirt-a');
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({ type: 'urn:vua:problem:internal-error', title: 'The server failed. The request may be tried again.', status: 500, code: 'internal-error' });
    expect(lines.map((line) => line.msg)).toContain('request failed');
    expect(text()).not.toContain('nguyen');
  });

  it.each([
    [{ method: 'POST', url: '/v1/products', headers: { 'content-type': 'application/json' }, payload: '{' }, 'invalid-request'],
    [{ method: 'GET', url: '/v1/products/%' }, 'invalid-request'],
  ] as const)('%j is the sender\'s', async (request, code) => {
    const response = await (await open()).inject(request);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.json()).toMatchObject({ code });
  });
});

describe('every answer', () => {
  const broken = { ...createMemoryCatalog(), findItems: async () => Promise.reject(new Error('broken')) };

  it.each([
    ['/v1/products', 200], ['/healthz', 200], ['/openapi.json', 200], ['/v1/products/HAT', 400], ['/v1/products/%', 400], [`/v1/products/${'a'.repeat(200)}`, 400],
    ['/v1/products/hat', 500], ['/nothing', 404],
  ])('%s (%i) can do nothing where it is opened', async (url, status) => {
    const { statusCode, headers } = await (await open({ catalog: broken })).inject(url);
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'referrer-policy': 'no-referrer' });
  });

  it.each(['/v1/products', '/v1/products/HAT', '/v1/products/hat/size-chart', '/v1/products/%'])('about the catalog may be read by other origins: %s', async (url) => {
    const { headers } = await (await open()).inject({ url, headers: { origin: 'https://shop.example' } });
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
  });

  it.each(['/healthz', '/openapi.json', '/nothing'])('about anything else may not: %s', async (url) => {
    const { headers } = await (await open()).inject({ url, headers: { origin: 'https://shop.example' } });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).toMatchObject({ 'cross-origin-resource-policy': 'same-origin' });
  });
});

it('gives no client all the time in the world', async () => {
  const { server } = await open();
  for (const limitMs of [server.requestTimeout, server.headersTimeout, server.timeout]) {
    expect(limitMs).toBeGreaterThan(0);
    expect(limitMs).toBeLessThanOrEqual(60_000);
  }
});

describe('the log', () => {
  it('says what was asked, not who asked', async () => {
    const { lines, text, logger } = collectLog();
    const app = await open({ logger });
    await app.inject({ url: '/v1/products/shirt-a?email=an@example.com', headers: { 'user-agent': 'agent-x', cookie: 'id=42', authorization: 'Bearer y' }, remoteAddress: '203.0.113.9' });
    expect(lines).toEqual([expect.objectContaining({ msg: 'request', method: 'GET', route: '/v1/products/:id', status: 400 })]);
    for (const secret of ['an@example.com', 'agent-x', 'id=42', 'Bearer', '203.0.113.9', 'shirt-a']) expect(text()).not.toContain(secret);
  });

  it('cuts out what should never have been handed to it', () => {
    const { text, logger } = collectLog();
    logger.info({ req: { url: '/a?b', ip: '203.0.113.9' }, request: { headers: { cookie: 'id=42' }, email: 'an@example.com', ip: '203.0.113.9' } }, 'x');
    for (const secret of ['203.0.113.9', 'id=42', 'an@example.com', '/a?b']) expect(text()).not.toContain(secret);
  });
});
