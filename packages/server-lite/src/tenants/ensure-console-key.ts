import { readFile, rename, writeFile } from 'node:fs/promises';
import type { ApiKeyRepository } from './keys/api-key-repository.ts';
import { readCredential, sameHash } from './keys/key-credential.ts';
import type { TenantService } from './tenant-service.ts';

export interface ConsoleKeyDeps {
  readonly service: Pick<TenantService, 'createKey'>;
  readonly keys: Pick<ApiKeyRepository, 'find'>;
  readonly tenantId: string;
  /** Where the key lies, such as `DATA_DIR/console-key`; only its owner may read it. */
  readonly file: string;
  /** UTC milliseconds. @default the clock of the process */
  readonly now?: () => number;
}

const DAY_MS = 86_400_000;
const LASTS_MS = 30 * DAY_MS;
const RENEWED_MS = 7 * DAY_MS;

/**
 * The key with which the console of this machine is opened: it reads events and insights of one shop, changes nothing, and ends after 30 days.
 * Kept in a file, so that a restart does not sign everybody out; one that ends within a week is followed by another.
 * @returns the credential. Hand it on in the fragment of an address (`/console#key=...`): browsers do not send fragments, so no log of a server or proxy gets it.
 */
export async function ensureConsoleKey({ service, keys, tenantId, file, now = () => Date.now() }: ConsoleKeyDeps): Promise<string> {
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (await isGood(kept, tenantId, keys, now())) return kept;
  const issued = await service.createKey({ tenantId, permissions: ['events:read', 'insights:read'], expiresMs: now() + LASTS_MS });
  if (issued === undefined) throw new Error(`there is no shop ${tenantId}`);
  // Renamed into its place: the mode counts for new files only, and half a key is none.
  const fresh = `${file}.${issued.key.id}`;
  await writeFile(fresh, `${issued.credential}\n`, { mode: 0o600, flag: 'wx' });
  await rename(fresh, file);
  return issued.credential;
}

async function isGood(credential: string, tenantId: string, keys: Pick<ApiKeyRepository, 'find'>, nowMs: number): Promise<boolean> {
  const parts = readCredential(credential);
  const key = parts === undefined ? undefined : await keys.find(parts.keyId);
  if (parts === undefined || key === undefined || key.tenantId !== tenantId || key.revokedMs !== undefined) return false;
  return sameHash(parts.secretHash, key.secretHash) && (key.expiresMs ?? 0) - nowMs > RENEWED_MS;
}
