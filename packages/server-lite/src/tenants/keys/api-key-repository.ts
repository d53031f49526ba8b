import type { ApiKey } from '../tenant.ts';

/** Where secret keys are kept, without their secrets. Every implementation passes `testing/describe-api-key-repository.ts`. */
export interface ApiKeyRepository {
  /** Rejects when the id is taken or the tenant is not known. */
  add(key: ApiKey): Promise<void>;
  find(id: string): Promise<ApiKey | undefined>;
  /** Those of a tenant, ended ones too, the oldest first. */
  list(tenantId: string): Promise<readonly ApiKey[]>;
  /** False: there is no such key, or it was revoked before. */
  revoke(id: string, atMs: number): Promise<boolean>;
  /** Adds `next` and lets the key `id` end at `endsMs`, if it would not have ended before; both or nothing. False: there is no such key, or it was revoked. */
  replace(id: string, endsMs: number, next: ApiKey): Promise<boolean>;
}
