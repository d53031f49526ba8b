import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ensureConsoleKey } from './ensure-console-key.ts';
import { ensureTenant } from './ensure-tenant.ts';
import { createAuthenticator } from './create-authenticator.ts';
import { createMemoryApiKeys } from './keys/memory-api-keys.ts';
import { createMemoryTenants } from './memory-tenants.ts';
import { createTenantService } from './tenant-service.ts';

const DAY_MS = 86_400_000;
const demo = (...origins: string[]) => ({ id: 'demo', name: 'Demo', createdMs: 1, siteKey: 'site_demoshop', origins });

describe('the shop of a fresh server', () => {
  it('is made once, and knows every address at which it was served', async () => {
    const tenants = createMemoryTenants();
    await Promise.all([ensureTenant(tenants, demo('http://localhost:3000')), ensureTenant(tenants, demo('http://localhost:3000'))]);
    await tenants.saveOrigins('site_demoshop', ['https://own.example', 'http://localhost:3000']);
    await ensureTenant(tenants, demo('http://localhost:3000', 'http://127.0.0.1:4000'));
    expect((await tenants.findSite('site_demoshop'))?.origins).toEqual(['https://own.example', 'http://localhost:3000', 'http://127.0.0.1:4000']);
    expect(await tenants.list()).toHaveLength(1);
  });

  it('does not learn origins for ever', async () => {
    const tenants = createMemoryTenants();
    for (let port = 3000; port < 3100; port += 1) {
      await ensureTenant(tenants, demo(`http://localhost:${port}`));
    }
    const { origins = [] } = (await tenants.findSite('site_demoshop')) ?? {};
    expect([origins.length, origins.at(-1)]).toEqual([50, 'http://localhost:3099']);
  });
});

describe('the key of the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vua-console-'));
  const file = join(folder, 'console-key');
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads and nothing else, lies where only its owner reads it, and lasts over restarts until a week before its end', async () => {
    const clock = { nowMs: 1_700_000_000_000 };
    const now = (): number => clock.nowMs;
    const tenants = createMemoryTenants();
    const keys = createMemoryApiKeys();
    const service = createTenantService({ tenants, keys, now });
    const deps = { service, keys, tenantId: 'demo', file, now };
    await expect(ensureConsoleKey(deps)).rejects.toThrow('demo');
    await ensureTenant(tenants, demo());
    writeFileSync(file, 'half a k', { mode: 0o644 });

    const first = await ensureConsoleKey(deps);
    expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([0o600, `${first}\n`]);
    expect(await createAuthenticator({ tenants, keys, now }).findBearer(first)).toMatchObject({ tenantId: 'demo', permissions: new Set(['events:read', 'insights:read']) });

    clock.nowMs += 22 * DAY_MS;
    expect(await ensureConsoleKey(deps)).toBe(first);
    clock.nowMs += 2 * DAY_MS;
    const second = await ensureConsoleKey(deps);
    expect(second).not.toBe(first);

    await service.revokeKey('demo', second.slice(7, 23));
    expect(await ensureConsoleKey(deps)).not.toBe(second);
  });
});
