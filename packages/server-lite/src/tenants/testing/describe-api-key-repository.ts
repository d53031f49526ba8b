import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiKeyRepository } from '../keys/api-key-repository.ts';
import { sampleKey } from './sample-tenants.ts';

export interface OpenedKeys {
  /** Knows the tenants shop-a, shop-b and shop-c. */
  readonly repository: ApiKeyRepository;
  readonly close: () => Promise<void>;
}

const OPEN_LIMIT_MS = 60_000;
const newId = (): string => randomBytes(8).toString('hex');

/** What every repository of secret keys must do. */
export const describeApiKeyRepository = (name: string, open: () => Promise<OpenedKeys>): void => void describe(`keys in ${name}`, () => {
  let opened: OpenedKeys;
  beforeAll(async () => {
    opened = await open();
  }, OPEN_LIMIT_MS);
  afterAll(() => opened.close());

  it('come back with every field', async () => {
    const { repository } = opened;
    const full = sampleKey(newId(), { expiresMs: 1_800_000_000_000, revokedMs: 1_750_000_000_000 });
    const bare = sampleKey(newId(), { permissions: [] });
    await repository.add(full);
    await repository.add(bare);
    expect([await repository.find(full.id), await repository.find(bare.id), await repository.find(newId())]).toEqual([full, bare, undefined]);
  });

  it('are listed for their tenant only, the oldest first', async () => {
    const { repository } = opened;
    const [young, old, other] = [sampleKey(newId(), { tenantId: 'shop-b', createdMs: 30 }), sampleKey(newId(), { tenantId: 'shop-b', createdMs: 20 }), sampleKey(newId(), { tenantId: 'shop-c' })];
    for (const key of [young, old, other]) await repository.add(key);
    expect([await repository.list('shop-b'), await repository.list('shop-c')]).toEqual([[old, young], [other]]);
  });

  it('are refused when the id is taken or nobody knows the tenant', async () => {
    const { repository } = opened;
    const [known, lost] = [newId(), newId()];
    await repository.add(sampleKey(known));
    await expect(repository.add(sampleKey(known))).rejects.toThrow(Error);
    await expect(repository.add(sampleKey(lost, { tenantId: 'shop-z' }))).rejects.toThrow(Error);
    expect(await repository.find(lost)).toBeUndefined();
  });

  it('are revoked once', async () => {
    const { repository } = opened;
    const id = newId();
    await repository.add(sampleKey(id));
    expect([await repository.revoke(id, 100), await repository.revoke(id, 200), await repository.revoke(newId(), 100)]).toEqual([true, false, false]);
    expect((await repository.find(id))?.revokedMs).toBe(100);
  });

  it('are replaced by others, and then end no later than before', async () => {
    const { repository } = opened;
    const [first, second, third] = [newId(), newId(), newId()];
    await repository.add(sampleKey(first));
    expect(await repository.replace(first, 500, sampleKey(second, { expiresMs: 400 }))).toBe(true);
    expect(await repository.replace(second, 500, sampleKey(third))).toBe(true);
    const ends = await Promise.all([first, second, third].map(async (id) => (await repository.find(id))?.expiresMs));
    expect(ends).toEqual([500, 400, undefined]);
  });

  it('are not replaced when they are gone, nor by a key that cannot be added', async () => {
    const { repository } = opened;
    const [first, second, third] = [newId(), newId(), newId()];
    await repository.add(sampleKey(first));
    expect(await repository.replace(newId(), 500, sampleKey(third))).toBe(false);
    await expect(repository.replace(first, 500, sampleKey(second, { tenantId: 'shop-z' }))).rejects.toThrow(Error);
    expect((await repository.find(first))?.expiresMs).toBeUndefined();
    await repository.revoke(first, 100);
    expect(await repository.replace(first, 500, sampleKey(third))).toBe(false);
    expect(await repository.find(third)).toBeUndefined();
  });
});
