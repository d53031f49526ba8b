import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantRepository } from '../tenant-repository.ts';
import { sampleSite, sampleTenant } from './sample-tenants.ts';

export interface OpenedTenants {
  readonly repository: TenantRepository;
  readonly close: () => Promise<void>;
}

const OPEN_LIMIT_MS = 60_000;

/** What every repository of shops must do. */
export const describeTenantRepository = (name: string, open: () => Promise<OpenedTenants>): void => void describe(`shops in ${name}`, () => {
  let opened: OpenedTenants;
  beforeAll(async () => {
    opened = await open();
  }, OPEN_LIMIT_MS);
  afterAll(() => opened.close());

  it('start empty', async () => {
    expect(await opened.repository.list()).toEqual([]);
    expect(await opened.repository.findSite('site_nobody000')).toBeUndefined();
    expect(await opened.repository.saveOrigins('site_nobody000', [])).toBe(false);
  });

  it('come back with every field, by id', async () => {
    const { repository } = opened;
    expect(await repository.add(sampleTenant('shop-b'), sampleSite('shop-b'))).toBe('added');
    expect(await repository.add(sampleTenant('shop-a'), sampleSite('shop-a'))).toBe('added');
    expect(await repository.findSite(sampleSite('shop-b').siteKey)).toEqual(sampleSite('shop-b'));
    expect(await repository.list()).toEqual(['shop-a', 'shop-b'].map((id) => ({ tenant: sampleTenant(id), sites: [sampleSite(id)] })));
  });

  it('take neither an id nor a site key twice, and then keep nothing of what was refused', async () => {
    const { repository } = opened;
    await repository.add(sampleTenant('shop-c'), sampleSite('shop-c'));
    const before = await repository.list();
    expect(await repository.add(sampleTenant('shop-c', { name: 'other' }), sampleSite('shop-c', { siteKey: 'site_another00' }))).toBe('taken');
    expect(await repository.add(sampleTenant('shop-d'), sampleSite('shop-d', { siteKey: sampleSite('shop-c').siteKey }))).toBe('taken');
    expect(await repository.list()).toEqual(before);
  });

  it('change their origins, and nobody else\'s', async () => {
    const { repository } = opened;
    await repository.add(sampleTenant('shop-e'), sampleSite('shop-e'));
    await repository.add(sampleTenant('shop-f'), sampleSite('shop-f'));
    expect(await repository.saveOrigins(sampleSite('shop-e').siteKey, ['https://new.example'])).toBe(true);
    expect((await repository.findSite(sampleSite('shop-e').siteKey))?.origins).toEqual(['https://new.example']);
    expect(await repository.findSite(sampleSite('shop-f').siteKey)).toEqual(sampleSite('shop-f'));
  });

  it('take keys and names as data', async () => {
    const { repository } = opened;
    const name = `'; DROP TABLE tenant; --"\\`;
    await repository.add(sampleTenant('shop-g', { name }), sampleSite('shop-g'));
    expect(await repository.findSite("' OR 1=1 --")).toBeUndefined();
    expect((await repository.list()).find(({ tenant }) => tenant.id === 'shop-g')?.tenant.name).toBe(name);
  });
});
