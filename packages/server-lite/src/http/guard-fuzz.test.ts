import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAuthenticator } from '../tenants/create-authenticator.ts';
import { createMemoryApiKeys } from '../tenants/keys/memory-api-keys.ts';
import { createMemoryTenants } from '../tenants/memory-tenants.ts';
import { createPeopleDirectory } from '../tenants/people/read-token.ts';
import { openGuardedApp } from './testing/open-guarded-app.ts';

const SEED = Number(process.env['VUA_SEED'] ?? Date.now() % 2 ** 31);
const CASES = 2000;

const words = fc.constantFrom('Bearer ', 'bearer', 'vua_sk_0123456789abcdef_', 'eyJhbGciOiJub25lIn0', '.', 'e30', 'site_demoshop', 'https://shop.example', 'null', '__proto__', "' OR 1=1 --", '%00', '../', '{"alg":"none"}', 'ä', '\u00ff');
const text = fc.array(fc.oneof(words, fc.string({ maxLength: 12, unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)) })), { maxLength: 6 }).map((parts) => parts.join(''));
const names = ['authorization', 'origin', 'sec-fetch-site', 'access-control-request-method', 'x-forwarded-for', 'cookie'] as const;
const headers = fc.dictionary(fc.constantFrom(...names), text);
const requests = fc.record({
  method: fc.constantFrom('GET', 'POST', 'OPTIONS', 'HEAD' as const), path: fc.constantFrom('/site', '/site-or-key', '/events', '/body', '/nothing'),
  query: fc.array(fc.tuple(fc.constantFrom('site', 'site[]', '__proto__', 'x'), text), { maxLength: 3 }), headers,
});

it(`whatever is sent, nobody who is not known gets in, and nothing fails (seed ${SEED})`, async () => {
  const people = createPeopleDirectory({ issuer: 'https://login.example', audience: 'vua', jwksUrl: 'https://login.example/keys', fetch: async () => Response.json({ keys: [] }) });
  const app = await openGuardedApp({ authenticator: createAuthenticator({ tenants: createMemoryTenants(), keys: createMemoryApiKeys(), people }) });
  await fc.assert(fc.asyncProperty(requests, async ({ method, path, query, headers: sent }) => {
    const response = await app.inject({ method, url: `${path}?${new URLSearchParams(query.map(([name, value]) => [name, value])).toString()}`, headers: sent });
    expect([401, 403, 404]).toContain(response.statusCode);
    expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    for (const value of Object.values(sent)) expect(value.length > 8 && response.body.includes(value)).toBe(false);
  }), { numRuns: CASES, seed: SEED });
}, 60_000);
