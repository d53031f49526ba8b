import type { ApiKey } from '../tenant.ts';
import type { ApiKeyRepository } from './api-key-repository.ts';
import { endOf } from './end-of.ts';

/** Secret keys that live as long as the process. `knowsTenant` stands for the database's reference. */
export function createMemoryApiKeys(knowsTenant: (tenantId: string) => Promise<boolean> = async () => true): ApiKeyRepository {
  const keys = new Map<string, ApiKey>();
  const add = async (key: ApiKey): Promise<void> => {
    if (keys.has(key.id)) throw new Error(`key ${key.id} is there already`);
    if (!(await knowsTenant(key.tenantId))) throw new Error(`tenant ${key.tenantId} is not known`);
    keys.set(key.id, key);
  };
  return {
    add,
    find: async (id) => keys.get(id),
    list: async (tenantId) => [...keys.values()].filter((key) => key.tenantId === tenantId).sort((a, b) => a.createdMs - b.createdMs || (a.id < b.id ? -1 : 1)),
    revoke: async (id, atMs) => {
      const key = keys.get(id);
      if (key === undefined || key.revokedMs !== undefined) return false;
      keys.set(id, { ...key, revokedMs: atMs });
      return true;
    },
    replace: async (id, endsMs, next) => {
      const key = keys.get(id);
      if (key === undefined || key.revokedMs !== undefined) return false;
      await add(next);
      keys.set(id, { ...key, expiresMs: endOf(key.expiresMs, endsMs) });
      return true;
    },
  };
}
