import type { LoadedModel } from '@vua/models/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ModelCache } from '../model-cache.ts';

const versionOf = (...hashes: string[]): LoadedModel => ({ kind: 'sequence', version: '0123456789ab', manifest: {}, files: hashes.map((sha256) => ({ name: `${sha256}.bin`, bytes: 2, sha256, url: `/${sha256}` })) });

/** What every {@link ModelCache} does. @param open an empty one, and another view of the same place. */
export function describeModelCache(name: string, open: () => Promise<readonly [ModelCache, ModelCache]>): void {
  describe(`${name}, as every model cache`, () => {
    let cache: ModelCache;
    let again: ModelCache;
    beforeEach(async () => { [cache, again] = await open(); });

    it('has nothing at first', async () => {
      expect([await cache.readActive(), await cache.readFile('a')]).toEqual([undefined, undefined]);
    });

    it('gives back files and the version, to every view, and no view of the caller\'s memory', async () => {
      const bytes = Uint8Array.of(1, 2);
      expect(await cache.writeFile('a', bytes)).toBe(true);
      expect(await cache.activate(versionOf('a'))).toBe(true);
      bytes.fill(9);
      expect(await again.readFile('a')).toEqual(Uint8Array.of(1, 2));
      expect(await again.readActive()).toEqual(versionOf('a'));
    });

    it('drops the files that a new version does not name', async () => {
      for (const sha256 of ['a', 'b', 'c']) await cache.writeFile(sha256, Uint8Array.of(1, 2));
      await again.activate(versionOf('b', 'd'));
      expect(await Promise.all(['a', 'b', 'c'].map(async (sha256) => (await cache.readFile(sha256)) !== undefined))).toEqual([false, true, false]);
    });

    it('is empty after it was cleared, for every view, and can be used again', async () => {
      await again.writeFile('a', Uint8Array.of(1));
      await again.activate(versionOf('a'));
      expect(await cache.clear()).toBe(true);
      expect([await again.readActive(), await again.readFile('a')]).toEqual([undefined, undefined]);
      expect(await again.writeFile('a', Uint8Array.of(3))).toBe(true);
      expect(await cache.readFile('a')).toEqual(Uint8Array.of(3));
    });

    it('can be used after it was closed', async () => {
      await cache.writeFile('a', Uint8Array.of(1));
      cache.close();
      cache.close();
      expect(await cache.readFile('a')).toEqual(Uint8Array.of(1));
    });
  });
}
