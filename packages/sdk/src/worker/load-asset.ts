import { SdkError } from '../sdk-error.ts';
import { type FetchFile, fetchBytes } from './fetch-bytes.ts';
import type { AssetReference } from './worker-assets.ts';

/** What loading a file needs of its surroundings. */
export interface AssetSources {
  readonly fetch: FetchFile;
  /** The Cache API; absent where the browser denies it. */
  readonly caches?: Pick<CacheStorage, 'open'>;
  /** Takes what remains to be done: to write a file into the cache. Absent: it is done before the file is given. */
  readonly later?: (write: () => Promise<unknown>) => void;
}

const CACHE_NAME = 'vua-assets-1';

/**
 * Gives the bytes of a file: from the cache when they are what they should be, else from the network, once more checked.
 * @throws {SdkError} `offline`, `model-unavailable` (an answer other than 2xx, or one that stalls), `model-corrupt` (wrong hash).
 */
export async function loadAsset(reference: AssetReference, { fetch, caches, later }: AssetSources): Promise<ArrayBuffer> {
  const cache = await openCache(caches);
  const key = `${reference.url}?sha256=${reference.sha256}`;
  const cached = await (await attempt(() => cache?.match(key)))?.arrayBuffer();
  if (cached && (await hashOf(cached)) === reference.sha256) return cached;
  const bytes = await download(reference, fetch);
  // A full or forbidden cache costs the next visit a download, nothing else.
  const write = (): Promise<unknown> => attempt(() => cache?.put(key, new Response(bytes)));
  if (later) later(write);
  else await write();
  return bytes;
}

async function download({ url, sha256 }: AssetReference, fetch: AssetSources['fetch']): Promise<ArrayBuffer> {
  const bytes = await fetchBytes(url, fetch);
  const actual = await hashOf(bytes);
  if (actual !== sha256) throw new SdkError('model-corrupt', `${url} has SHA-256 ${actual}, expected ${sha256}`);
  return bytes;
}

const openCache = (caches: AssetSources['caches']): Promise<Cache | undefined> => attempt(() => caches?.open(CACHE_NAME));

async function attempt<T>(act: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
