import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryCatalog } from '../catalog/memory-catalog.ts';
import { openMemoryApp } from '../testing/memory-app.ts';
import { sampleCatalog } from '../testing/sample-catalog.ts';

const root = mkdtempSync(join(tmpdir(), 'vua-static-'));
const sdkFolder = join(root, 'sdk');
const shopFolders = [join(root, 'shop-built'), join(root, 'shop-public')];
const SCRIPT = 'export const scan = 1;'.repeat(50);

function write(path: string, content: string | Buffer): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

write('secret.txt', 'not for anybody');
write('sdk/vua.js', 'loader');
write('sdk/.hidden', 'not for anybody');
write('sdk/chunks/scan-1a2b3c4d.js', SCRIPT);
write('sdk/chunks/scan-1a2b3c4d.js.br', brotliCompressSync(SCRIPT));
write('sdk/chunks/scan-1a2b3c4d.js.gz', gzipSync(SCRIPT));
write('sdk/tfjs-backend-wasm-simd.wasm', 'wasm');
write('shop-built/shop.js', 'shop');
write('shop-public/shop.css', 'body {}');
write('shop-public/index.html', '<!doctype html><title>Shop</title>');
write('shop-public/console.html', '<!doctype html><title>Console</title>');

const app = await openMemoryApp({ catalog: createMemoryCatalog(sampleCatalog()) }, { sdkFolder, shopFolders });

afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true, force: true });
});

describe('the SDK', () => {
  const HASHED = '/sdk/chunks/scan-1a2b3c4d.js';

  it('may be loaded by pages of any origin', async () => {
    const response = await app.inject('/sdk/vua.js');
    expect(response.body).toBe('loader');
    expect(response.headers).toMatchObject({
      'content-type': 'application/javascript; charset=utf-8', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff', 'cache-control': 'no-cache',
    });
  });

  it('is kept for ever where its name says what is in it', async () => {
    expect((await app.inject(HASHED)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['br, gzip', 'br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
    ['identity', undefined, (body: Buffer) => body],
  ])('is sent compressed to who takes %s', async (accepted, encoding, decode) => {
    const response = await app.inject({ url: HASHED, headers: { 'accept-encoding': accepted } });
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers['content-type']).toBe('application/javascript; charset=utf-8');
    expect(response.headers.vary).toMatch(/accept-encoding/i);
    expect(decode(response.rawPayload).toString()).toBe(SCRIPT);
  });

  it('names WebAssembly as such, so that it can be compiled while it streams', async () => {
    expect((await app.inject('/sdk/tfjs-backend-wasm-simd.wasm')).headers['content-type']).toBe('application/wasm');
  });

  it('answers HEAD and 304', async () => {
    const first = await app.inject('/sdk/vua.js');
    expect((await app.inject({ method: 'HEAD', url: '/sdk/vua.js' })).body).toBe('');
    expect((await app.inject({ url: '/sdk/vua.js', headers: { 'if-none-match': first.headers.etag ?? '' } })).statusCode).toBe(304);
  });

  it.each(['/sdk/nothing.js', '/sdk/', '/sdk/chunks', '/sdk/chunks/', '/sdk/.hidden'])('has nothing at %s', async (url) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code: 'unknown-route' });
  });

  it('says also to pages of other origins that a file is gone', async () => {
    expect((await app.inject({ url: '/sdk/lite-00000000.bin', headers: { origin: 'https://shop.example' } })).headers)
      .toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
  });
});

describe('no path leads out of a folder', () => {
  let port = 0;
  beforeAll(async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    port = (app.server.address() as AddressInfo).port;
  });

  // Through a real socket: clients such as `fetch` would tidy the path up first.
  const get = (path: string): Promise<{ status: number; body: string }> => new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => body += part).on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    }).on('error', reject).end();
  });

  const WAYS_OUT = ['../secret.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', '%2e%2e%2fsecret.txt', '..%5csecret.txt', 'chunks/../../secret.txt', './../secret.txt', '%252e%252e%252fsecret.txt', '..%00/secret.txt', '/secret.txt', '..;/secret.txt'];

  it.each(['sdk', 'shop'].flatMap((prefix) => WAYS_OUT.map((way) => `/${prefix}/${way}`)))('%s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toContain('not for anybody');
  });
});

describe('the shop', () => {
  it.each([['/', 200], ['/products/shirt-a', 200], ['/products/hat', 404]])('serves its page at %s with %i', async (url, status) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).toContain('<title>Shop</title>');
  });

  it.each(['/', '/products/shirt-a', '/products/hat', '/shop/index.html'])('lets its page do no more than it needs: %s', async (url) => {
    const { headers } = await app.inject(url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain("'unsafe-inline'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/https?:/);
    expect(headers).toMatchObject({ 'permissions-policy': expect.stringContaining('camera=(self)') as string, 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' });
  });

  it('serves its built and its written files', async () => {
    expect((await app.inject('/shop/shop.js')).body).toBe('shop');
    expect((await app.inject('/shop/shop.css')).headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' });
  });
});

describe('the console', () => {
  it.each(['/console', '/shop/console.html'])('is served at %s, and may do less than the shop', async (url) => {
    const { body, headers, statusCode } = await app.inject(url);
    expect([statusCode, body]).toEqual([200, expect.stringContaining('<title>Console</title>')]);
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "require-trusted-types-for 'script'", 'trusted-types lit-html', "frame-ancestors 'none'"]) expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|allow-duplicates/);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'permissions-policy': expect.stringContaining('camera=()') as string, 'cache-control': 'no-cache' });
  });
});
