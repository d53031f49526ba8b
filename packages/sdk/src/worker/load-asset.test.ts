import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { type AssetSources, loadAsset } from './load-asset.ts';

const BYTES = new TextEncoder().encode('weights of a network');
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const REFERENCE = { url: 'https://shop.example/sdk/lite.bin', sha256 };
const KEY = `${REFERENCE.url}?sha256=${sha256}`;

/** A Cache in memory; only what `loadAsset` uses. */
function memoryCaches(entries = new Map<string, Uint8Array<ArrayBuffer>>(), change: Partial<Pick<Cache, 'match' | 'put'>> = {}) {
  const cache = {
    match: async (key: string) => { const bytes = entries.get(key); return bytes && new Response(bytes); },
    put: async (key: string, response: Response) => { entries.set(key, new Uint8Array(await response.arrayBuffer())); },
    ...change,
  } as unknown as Cache;
  return { entries, caches: { open: async () => cache } };
}
const answering = (body: BodyInit | null, init?: ResponseInit) => vi.fn<AssetSources['fetch']>(async () => new Response(body, init));
const textOf = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

describe('loadAsset', () => {
  it('fetches, checks and caches', async () => {
    const { entries, caches } = memoryCaches();
    const fetch = answering(BYTES);
    expect(textOf(await loadAsset(REFERENCE, { fetch, caches }))).toBe('weights of a network');
    expect(fetch).toHaveBeenCalledExactlyOnceWith(REFERENCE.url, { signal: expect.objectContaining({ aborted: false }) as unknown });
    expect([...entries.keys()]).toEqual([KEY]);
  });

  it('leaves the writing to whom it is told to', async () => {
    const { entries, caches } = memoryCaches();
    const writes: (() => Promise<unknown>)[] = [];
    await loadAsset(REFERENCE, { fetch: answering(BYTES), caches, later: (write) => void writes.push(write) });
    expect(entries.size).toBe(0);
    await writes[0]?.();
    expect([...entries.keys()]).toEqual([KEY]);
  });

  it('asks nobody when the cache has it', async () => {
    const fetch = answering(BYTES);
    const { caches } = memoryCaches(new Map([[KEY, BYTES]]));
    expect(textOf(await loadAsset(REFERENCE, { fetch, caches }))).toBe('weights of a network');
    expect(fetch).not.toHaveBeenCalled();
  });

  it('replaces a corrupt entry', async () => {
    const { entries, caches } = memoryCaches(new Map([[KEY, new TextEncoder().encode('half a fi')]]));
    await loadAsset(REFERENCE, { fetch: answering(BYTES), caches });
    expect(entries.get(KEY)).toEqual(BYTES);
  });

  it.each([
    ['full', { put: () => Promise.reject(new DOMException('', 'QuotaExceededError')) }],
    ['unreadable', { match: () => Promise.reject(new Error('disk')) }],
  ])('bears a cache that is %s', async (_what, change) => {
    expect(textOf(await loadAsset(REFERENCE, { fetch: answering(BYTES), ...memoryCaches(undefined, change) }))).toBe('weights of a network');
  });

  it('works without a cache, and with one that may not be opened', async () => {
    const forbidden = { open: () => Promise.reject(new DOMException('', 'SecurityError')) };
    for (const caches of [undefined, forbidden]) {
      expect(textOf(await loadAsset(REFERENCE, { fetch: answering(BYTES), ...(caches && { caches }) }))).toBe('weights of a network');
    }
  });

  it.each([
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['model-unavailable', async () => new Response('not here', { status: 404 })],
    ['model-corrupt', async () => new Response('something else')],
  ] as const)('says %s', async (code, fetch) => {
    const { entries, caches } = memoryCaches();
    await expect(loadAsset(REFERENCE, { fetch, caches })).rejects.toMatchObject({ code });
    expect(entries.size).toBe(0);
  });
});
