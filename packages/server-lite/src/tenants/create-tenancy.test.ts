import { describe, expect, it } from 'vitest';
import { TEST_DATABASES } from '../storage/testing/test-databases.ts';
import { createTenancy } from './create-tenancy.ts';

describe.each(TEST_DATABASES)('a server on $name', ({ open }) => {
  it('knows its shops, their keys and their limits', async () => {
    const database = await open();
    const { service, authenticator, limiter } = createTenancy(database, { limits: { tenant: { perSecond: 1, burst: 2 }, address: undefined } });
    await service.createTenant({ id: 'shop-a', name: 'A', siteKey: 'site_aaaaaaaa', origins: ['https://a.example'] });
    const issued = await service.createKey({ tenantId: 'shop-a', permissions: ['events:read'] });
    expect(await authenticator.findSite('site_aaaaaaaa')).toEqual({ tenantId: 'shop-a', origins: new Set(['https://a.example']) });
    expect(await authenticator.findBearer(issued?.credential ?? '')).toMatchObject({ kind: 'key', tenantId: 'shop-a' });
    expect(await authenticator.findBearer('eyJhbGciOiJub25lIn0.e30.')).toBeUndefined();
    const outcomes = await Promise.all([1, 2, 3].map(() => limiter.take('tenant:shop-a', 1)));
    // Processes of one database name the bucket of an address alike.
    const [one, other] = [1, 2].map(() => createTenancy(database, { databaseUrl: 'postgres://user:password@host/vua' }).bucketOf('203.0.113.9'));
    expect(one).toBe(other);
    expect(outcomes.map(({ status }) => status)).toEqual(['taken', 'taken', 'limited']);
    await database.close();
  }, 60_000);
});
