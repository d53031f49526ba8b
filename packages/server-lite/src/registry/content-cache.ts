import { hashOf } from '../storage/hash-of.ts';
import type { ModelFileRepository } from './model-file-repository.ts';

/** Reads contents; the same object for everybody, never to be written to. */
export type ReadContent = (tenantId: string, sha256: string) => Promise<Uint8Array | undefined>;

/** A shop's sequence model is 0.6 to 4 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Remembers the contents that were asked for last, up to `mostBytes` in all; one under way is read once for all who ask.
 * What comes back has its hash: rejects where the database gives something else.
 */
export function cacheContents(files: Pick<ModelFileRepository, 'read'>, mostBytes = MOST_BYTES): ReadContent {
  const kept = new Map<string, Uint8Array>();
  const reading = new Map<string, Promise<Uint8Array | undefined>>();
  const keep = (key: string, bytes: Uint8Array): void => {
    kept.delete(key);
    kept.set(key, bytes);
    let sum = [...kept.values()].reduce((all, { length }) => all + length, 0);
    for (const [oldest, { length }] of kept) {
      if (sum <= mostBytes) return;
      kept.delete(oldest);
      sum -= length;
    }
  };
  const load = async (key: string, tenantId: string, sha256: string): Promise<Uint8Array | undefined> => {
    const bytes = await files.read(tenantId, sha256);
    if (bytes === undefined) return undefined;
    if (hashOf(bytes) !== sha256) throw new Error('the content of a model file is not what was kept');
    keep(key, bytes);
    return bytes;
  };
  return async (tenantId, sha256) => {
    const key = `${tenantId} ${sha256}`;
    const found = kept.get(key);
    if (found !== undefined) {
      keep(key, found);
      return found;
    }
    const under = reading.get(key) ?? load(key, tenantId, sha256).finally(() => reading.delete(key));
    reading.set(key, under);
    return under;
  };
}
