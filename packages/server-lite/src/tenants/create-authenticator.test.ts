import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Authenticator, Permission } from '../http/access.ts';
import { openTestSqlite } from '../storage/testing/test-databases.ts';
import { createAuthenticator } from './create-authenticator.ts';
import { createDatabaseTenants } from './database-tenants.ts';
import { createDatabaseApiKeys } from './keys/database-api-keys.ts';
import { createMemoryApiKeys } from './keys/memory-api-keys.ts';
import { createMemoryTenants } from './memory-tenants.ts';
import { createTenantService, type IssuedKey } from './tenant-service.ts';

const HOUR_MS = 3_600_000;

function openMemory() {
  const clock = { nowMs: 1_700_000_000_000 };
  const now = (): number => clock.nowMs;
  const tenants = createMemoryTenants();
  const keys = createMemoryApiKeys();
  const service = createTenantService({ tenants, keys, now });
  return { clock, tenants, keys, service, authenticator: createAuthenticator({ tenants, keys, now, ttlMs: 0 }) };
}

async function openWithKey(permissions: readonly Permission[] = ['events:write'], expiresMs?: number) {
  const opened = openMemory();
  await opened.service.createTenant({ id: 'shop-a', name: 'A', origins: ['https://a.example'] });
  const issued = await opened.service.createKey({ tenantId: 'shop-a', permissions, ...(expiresMs === undefined ? {} : { expiresMs }) });
  if (issued === undefined) throw new Error('the tenant is there');
  return { ...opened, issued };
}

describe('a site key', () => {
  it('names its shop and its origins', async () => {
    const { service, authenticator } = openMemory();
    const site = await service.createTenant({ id: 'shop-a', name: 'A', origins: ['https://a.example', 'https://a.example'] });
    const siteKey = typeof site === 'string' ? '' : site.siteKey;
    expect(siteKey).toMatch(/^site_[a-z0-9]{20}$/);
    expect(await authenticator.findSite(siteKey)).toEqual({ tenantId: 'shop-a', origins: new Set(['https://a.example']) });
  });

  it.each(['site_unknown00', '', 'x', "site_' OR 1=1 --", `site_${'a'.repeat(41)}`])('of nobody is nobody\'s: %j', async (siteKey) => {
    expect(await openMemory().authenticator.findSite(siteKey)).toBeUndefined();
  });

  it('is not looked up when it cannot be one', async () => {
    const authenticator = createAuthenticator({ tenants: { findSite: async () => Promise.reject(new Error('asked')) }, keys: createMemoryApiKeys() });
    expect(await authenticator.findSite('site_UPPER000')).toBeUndefined();
  });
});

describe('a secret key', () => {
  it('opens what it was made for', async () => {
    const { authenticator, issued } = await openWithKey(['events:write', 'insights:read']);
    expect(await authenticator.findBearer(issued.credential)).toEqual({ kind: 'key', tenantId: 'shop-a', id: issued.key.id, permissions: new Set(['events:write', 'insights:read']) });
  });

  it('is refused when one sign of it is wrong', async () => {
    const { authenticator, issued: { credential } } = await openWithKey();
    const wrong = Array.from(credential, (sign, index) => credential.slice(0, index) + (sign === 'a' ? 'b' : 'a') + credential.slice(index + 1));
    const found = await Promise.all(wrong.map((text) => authenticator.findBearer(text)));
    expect(found.filter((caller) => caller !== undefined)).toEqual([]);
  });

  it('ends at its time and not before', async () => {
    const { authenticator, issued, clock } = await openWithKey(['events:write'], 1_700_000_000_000 + HOUR_MS);
    clock.nowMs += HOUR_MS - 1;
    expect(await authenticator.findBearer(issued.credential)).toBeDefined();
    clock.nowMs += 1;
    expect(await authenticator.findBearer(issued.credential)).toBeUndefined();
  });

  it('is not remembered beyond its end', async () => {
    const { tenants, keys, issued, clock } = await openWithKey(['events:write'], 1_700_000_000_000 + HOUR_MS);
    const authenticator = createAuthenticator({ tenants, keys, now: () => clock.nowMs, ttlMs: 60_000 });
    expect(await authenticator.findBearer(issued.credential)).toBeDefined();
    clock.nowMs += HOUR_MS;
    expect(await authenticator.findBearer(issued.credential)).toBeUndefined();
  });

  it('of another tenant can be neither revoked nor rotated', async () => {
    const { service, authenticator, issued } = await openWithKey();
    await service.createTenant({ id: 'shop-b', name: 'B', origins: [] });
    expect(await service.revokeKey('shop-b', issued.key.id)).toBe(false);
    expect(await service.rotateKey('shop-b', issued.key.id, 0)).toBeUndefined();
    expect(await authenticator.findBearer(issued.credential)).toBeDefined();
  });

  it('is not made for a tenant that nobody knows', async () => {
    expect(await openMemory().service.createKey({ tenantId: 'shop-z', permissions: [] })).toBeUndefined();
  });
});

describe('a rotation (fault test 35)', () => {
  it('lets the old key work until the grace ends, and the new one from its first moment', async () => {
    const { service, authenticator, issued, clock } = await openWithKey(['catalog:write'], 1_700_000_000_000 + 100 * HOUR_MS);
    clock.nowMs += HOUR_MS;
    const next = await service.rotateKey('shop-a', issued.key.id, HOUR_MS);
    expect(next?.key).toMatchObject({ permissions: ['catalog:write'], expiresMs: clock.nowMs + 100 * HOUR_MS });
    const works = async (): Promise<readonly boolean[]> => Promise.all([issued, next as IssuedKey].map(async ({ credential }) => (await authenticator.findBearer(credential)) !== undefined));
    expect(await works()).toEqual([true, true]);
    clock.nowMs += HOUR_MS - 1;
    expect(await works()).toEqual([true, true]);
    clock.nowMs += 1;
    expect(await works()).toEqual([false, true]);
  });

  it('refuses nothing that is right while requests come in, and everything of the old key after the grace', async () => {
    const { service, tenants, keys, clock, issued } = await openWithKey();
    const processes = Array.from({ length: 2 }, () => createAuthenticator({ tenants, keys, now: () => clock.nowMs, ttlMs: 0 }));
    let current = issued;
    const graced: { credential: string; endsMs: number }[] = [];
    const counts = { right: 0, refused: 0, old: 0, accepted: 0 };
    for (let step = 0; step < 200; step += 1) {
      clock.nowMs += 500;
      if (step % 20 === 10) {
        const next = await service.rotateKey('shop-a', current.key.id, 5000);
        graced.push({ credential: current.credential, endsMs: clock.nowMs + 5000 });
        current = next as IssuedKey;
      }
      await Promise.all(processes.map(async (process: Authenticator) => {
        for (const { credential, endsMs } of [...graced, { credential: current.credential, endsMs: Infinity }]) {
          const isKnown = (await process.findBearer(credential)) !== undefined;
          const isRight = clock.nowMs < endsMs;
          counts[isRight ? 'right' : 'old'] += 1;
          if (isRight && !isKnown) counts.refused += 1;
          if (!isRight && isKnown) counts.accepted += 1;
        }
      }));
    }
    expect(counts).toMatchObject({ refused: 0, accepted: 0 });
    expect(Math.min(counts.right, counts.old)).toBeGreaterThan(100);
  });
});

describe('processes of one database', () => {
  let database: Awaited<ReturnType<typeof openTestSqlite>>;
  beforeEach(async () => {
    database = await openTestSqlite();
  }, 60_000);
  afterEach(() => database.close());

  it('all see a revocation within the time to live', async () => {
    const tenants = createDatabaseTenants(database);
    const keys = createDatabaseApiKeys(database);
    const service = createTenantService({ tenants, keys });
    await service.createTenant({ id: 'shop-a', name: 'A', origins: [] });
    const issued = (await service.createKey({ tenantId: 'shop-a', permissions: [] })) as IssuedKey;
    const other = createAuthenticator({ tenants, keys, ttlMs: 1000 });
    expect(await other.findBearer(issued.credential)).toBeDefined();
    expect(await service.revokeKey('shop-a', issued.key.id)).toBe(true);
    await expect.poll(() => other.findBearer(issued.credential), { timeout: 10_000 }).toBeUndefined();
  });
});
