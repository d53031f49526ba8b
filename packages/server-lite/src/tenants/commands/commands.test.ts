import { describe, expect, it } from 'vitest';
import { createAuthenticator } from '../create-authenticator.ts';
import { createMemoryApiKeys } from '../keys/memory-api-keys.ts';
import { createMemoryTenants } from '../memory-tenants.ts';
import { createTenantService } from '../tenant-service.ts';
import { manageKeys } from './key-command.ts';
import { manageTenants } from './tenant-command.ts';

const HOUR_MS = 3_600_000;

function openWorld() {
  const clock = { nowMs: 1_700_000_000_000 };
  const now = (): number => clock.nowMs;
  const tenants = createMemoryTenants();
  const keys = createMemoryApiKeys();
  const service = createTenantService({ tenants, keys, now });
  const said = { printed: '', errors: '', opened: 0, closed: 0 };
  const world = {
    print: (text: string) => void (said.printed += text),
    printError: (text: string) => void (said.errors += text),
    open: async () => {
      said.opened += 1;
      return { service, tenants, close: async () => void (said.closed += 1) };
    },
  };
  const run = async (...args: readonly string[]): Promise<{ code: number; printed: string; errors: string }> => {
    Object.assign(said, { printed: '', errors: '' });
    const [topic, ...rest] = args;
    const code = await (topic === 'tenant' ? manageTenants(rest, world) : manageKeys(rest, world, now));
    return { code, printed: said.printed, errors: said.errors };
  };
  return { run, said, clock, authenticator: createAuthenticator({ tenants, keys, now, ttlMs: 0 }) };
}

describe('vua tenant', () => {
  it('makes a shop, changes its origins and lists it', async () => {
    const { run, said, authenticator } = openWorld();
    const { code, printed } = await run('tenant', 'create', '--name', 'Áo dài Đẹp', '--origin', 'https://SHOP.example/', '--origin=https://shop.example', '--origin', 'http://localhost:3000');
    const [, siteKey = ''] = /site key {2}(site_[a-z0-9]{20})\n/.exec(printed) ?? [];
    expect([code, printed]).toEqual([0, `tenant    ao-dai-dep\nsite key  ${siteKey}\norigins   https://shop.example http://localhost:3000\n`]);
    expect((await run('tenant', 'origins', '--site', siteKey, '--origin', 'https://new.example')).code).toBe(0);
    expect(await authenticator.findSite(siteKey)).toEqual({ tenantId: 'ao-dai-dep', origins: new Set(['https://new.example']) });
    expect((await run('tenant', 'list')).printed).toBe(`ao-dai-dep  Áo dài Đẹp\n  ${siteKey}  https://new.example\n`);
    expect(said.closed).toBe(said.opened);
  });

  it('says what is impossible', async () => {
    const { run } = openWorld();
    const create = ['tenant', 'create', '--name', 'A', '--id', 'a', '--origin', 'https://a.example'];
    expect((await run('tenant', 'list')).printed).toBe('There are no shops.\n');
    await run(...create);
    expect(await run(...create)).toMatchObject({ code: 1, errors: expect.stringContaining('shop a already') as string });
    expect(await run('tenant', 'origins', '--site', 'site_unknown00', '--origin', 'https://a.example')).toMatchObject({ code: 1, errors: 'There is no site key site_unknown00.\n' });
  });

  it.each([
    [[], 'Nothing'], [['drop'], 'tenant drop'], [['list', 'all'], 'tenant list all'], [['create'], 'name'], [['create', '--name', 'A'], 'origin'],
    [['create', '--name', '越', '--origin', 'https://a.example'], '--id'], [['create', '--name', 'A', '--id', '../a', '--origin', 'https://a.example'], '../a'],
    [['create', '--name', 'A', '--origin', 'https://*.example'], 'https://*.example'], [['create', '--name', 'A', '--origin', 'null'], 'null'],
    [['create', '--name', 'A', '--secret', 'x'], '--secret'], [['origins', '--origin', 'https://a.example'], '--site'], [['origins', '--site', 'site_a'], 'origin'],
  ])('does not understand %j, and opens nothing', async (args, word) => {
    const { run, said } = openWorld();
    expect(await run('tenant', ...args)).toMatchObject({ code: 2, printed: '', errors: expect.stringContaining(word) as string });
    expect(said.opened).toBe(0);
  });
});

describe('vua key', () => {
  async function openShop() {
    const opened = openWorld();
    await opened.run('tenant', 'create', '--name', 'A', '--origin', 'https://a.example');
    const create = async (...options: string[]): Promise<string> => /vua_sk_\S+/.exec((await opened.run('key', 'create', '--tenant', 'a', ...options)).printed)?.[0] ?? '';
    return { ...opened, create };
  }

  it('prints a secret once, and lists keys without it', async () => {
    const { run, authenticator, create } = await openShop();
    const credential = await create('--permission', 'events:write', '--permission', 'catalog:write', '--days', '90');
    expect(await authenticator.findBearer(credential)).toMatchObject({ tenantId: 'a', permissions: new Set(['events:write', 'catalog:write']) });
    const { printed } = await run('key', 'list', '--tenant', 'a');
    expect(printed).toBe(`${credential.slice(7, 23)}  valid    2023-11-14  2024-02-12  events:write catalog:write\n`);
    expect(printed).not.toContain(credential.slice(24));
    expect((await run('key', 'list', '--tenant', 'b')).printed).toBe('There are no keys.\n');
  });

  it('rotates: the old key works for the grace', async () => {
    const { run, authenticator, clock, create } = await openShop();
    const old = await create('--permission', 'events:write');
    const { printed } = await run('key', 'rotate', '--tenant', 'a', '--key', old.slice(7, 23), '--grace', '2');
    const next = /vua_sk_\S+/.exec(printed)?.[0] ?? '';
    const known = async (): Promise<readonly boolean[]> => Promise.all([old, next].map(async (credential) => (await authenticator.findBearer(credential)) !== undefined));
    expect(await known()).toEqual([true, true]);
    clock.nowMs += 2 * HOUR_MS;
    expect(await known()).toEqual([false, true]);
    expect((await run('key', 'list', '--tenant', 'a')).printed.match(/valid|expired/g)?.sort()).toEqual(['expired', 'valid']);
  });

  it('revokes at once', async () => {
    const { run, authenticator, create } = await openShop();
    const credential = await create('--permission', 'events:write');
    expect((await run('key', 'revoke', '--tenant', 'a', '--key', credential.slice(7, 23))).code).toBe(0);
    expect(await authenticator.findBearer(credential)).toBeUndefined();
    expect((await run('key', 'list', '--tenant', 'a')).printed).toContain('revoked');
  });

  it.each([
    [['create', '--tenant', 'z', '--permission', 'events:write'], 'no shop z'], [['rotate', '--tenant', 'a', '--key', '0000000000000000'], 'no key'],
    [['revoke', '--tenant', 'a', '--key', '0000000000000000'], 'no key'],
  ])('says why %j is impossible', async (args, word) => {
    expect(await (await openShop()).run('key', ...args)).toMatchObject({ code: 1, printed: '', errors: expect.stringContaining(word) as string });
  });

  it.each([
    [[], 'Nothing'], [['steal', '--tenant', 'a'], 'key steal'], [['create'], '--tenant'], [['create', '--tenant', 'a'], '--permission'],
    [['create', '--tenant', 'a', '--permission', 'everything'], 'everything'], [['create', '--tenant', 'a', '--permission', 'events:read', '--days', '0'], '--days'],
    [['create', '--tenant', 'a', '--permission', 'events:read', '--days', '1e3'], '--days'], [['rotate', '--tenant', 'a'], '--key'], [['rotate', '--tenant', 'a', '--key', 'k', '--grace', '721'], '--grace'],
    [['revoke', '--tenant', 'a'], '--key'], [['create', '--tenants', 'a'], '--tenants'],
  ])('does not understand %j, and opens nothing', async (args, word) => {
    const { run, said } = openWorld();
    expect(await run('key', ...args)).toMatchObject({ code: 2, printed: '', errors: expect.stringContaining(word) as string });
    expect(said.opened).toBe(0);
  });
});
