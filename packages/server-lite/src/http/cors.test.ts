import { describe, expect, it } from 'vitest';
import { openGuardedApp, SITE_KEY, SITE_ORIGINS } from './testing/open-guarded-app.ts';

const app = await openGuardedApp();
const URL_OF_SITE = `/site?site=${SITE_KEY}`;

/** On the list: https://shop.example, https://shop.example:8443, http://localhost:3000. */
const FOREIGN_ORIGINS = [
  'null', 'NULL', '', ' ', '*', 'https://', 'http://shop.example', 'https://shop.example:443', 'https://shop.example:444', 'https://shop.example:84430', 'https://shop.example:8443/',
  'https://shop.example/', 'https://shop.example.', 'https://SHOP.example', 'HTTPS://shop.example', 'https://www.shop.example', 'https://a.b.shop.example', 'https://evilshop.example',
  'https://shop.example.evil.example', 'https://shop.exampleevil.example', 'https://evil.example/https://shop.example', 'https://evil.example#https://shop.example', 'https://shop.example@evil.example',
  'https://shop.example, https://evil.example', 'https://evil.example https://shop.example', 'https://shop_example', 'https://shopxexample', 'http://localhost', 'http://localhost:30000', 'http://127.0.0.1:3000',
  'file://', 'chrome-extension://shop.example', 'https://shop.example\u3002', 'https://sh\u043Ep.example',
];

describe('fault test 28: an origin that is not on the list, to the letter', () => {
  it('comes in more than 30 shapes', () => {
    expect(new Set(FOREIGN_ORIGINS).size).toBeGreaterThanOrEqual(30);
  });

  it.each(FOREIGN_ORIGINS)('%j gets no answer it could read, and reaches no route', async (origin) => {
    for (const method of ['GET', 'POST'] as const) {
      const { statusCode, headers } = await app.inject({ method, url: URL_OF_SITE, headers: { origin } });
      expect([statusCode, Object.keys(headers).filter((name) => name.startsWith('access-control-'))]).toEqual([403, []]);
      expect(headers).toMatchObject({ vary: 'origin', 'cross-origin-resource-policy': 'same-origin' });
    }
  });

  it.each(FOREIGN_ORIGINS)('%j is refused when its browser asks first', async (origin) => {
    const { statusCode, headers } = await app.inject({ method: 'OPTIONS', url: URL_OF_SITE, headers: { origin, 'access-control-request-method': 'POST' } });
    expect([statusCode, Object.keys(headers).filter((name) => name.startsWith('access-control-'))]).toEqual([403, []]);
  });
});

describe('an origin of the list', () => {
  it.each(SITE_ORIGINS)('%s is echoed, and nothing else', async (origin) => {
    const { statusCode, headers } = await app.inject({ method: 'POST', url: URL_OF_SITE, headers: { origin } });
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'origin', 'cross-origin-resource-policy': 'cross-origin' });
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it.each(SITE_ORIGINS)('%s is told what it may send', async (origin) => {
    const { statusCode, headers, body } = await app.inject({ method: 'OPTIONS', url: URL_OF_SITE, headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' } });
    expect([statusCode, body]).toEqual([204, '']);
    expect(headers).toMatchObject({ 'access-control-allow-origin': origin, 'access-control-allow-headers': expect.stringContaining('content-type') as string, vary: 'origin' });
    expect(headers['access-control-allow-methods']).toContain('POST');
    expect(headers['access-control-allow-headers']).not.toContain('authorization');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it.each(['/site', '/site?site=', '/site?site=site_unknown00', `${URL_OF_SITE}&site=${SITE_KEY}`, '/events'])('is nothing without its site: %s', async (url) => {
    const { statusCode, headers } = await app.inject({ method: 'OPTIONS', url, headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' } });
    expect([statusCode, Object.keys(headers).filter((name) => name.startsWith('access-control-'))]).toEqual([403, []]);
  });
});

it('OPTIONS that asks for nothing finds nothing', async () => {
  expect((await app.inject({ method: 'OPTIONS', url: URL_OF_SITE })).statusCode).toBe(404);
});

it('a key opens a route from every page, and yet no page can read the answer', async () => {
  const { statusCode, headers } = await app.inject({ url: '/events', headers: { origin: 'https://evil.example', authorization: 'Bearer key-events:read' } });
  expect(statusCode).toBe(200);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});
