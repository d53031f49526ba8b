import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEncryptedStore } from './encrypted-store.ts';
import type { ProfileDatabase } from './profile-database.ts';
import { sampleRecord } from './testing/sample-record.ts';

/** A database in memory; a fault makes every method reject with it. */
function memoryDatabase(fault?: Error): ProfileDatabase & { value: unknown } {
  const answer = async <T>(value: T): Promise<T> => {
    if (fault !== undefined) throw fault;
    return value;
  };
  return {
    value: undefined,
    async put(sealed) { this.value = await answer(sealed); },
    get() { return answer(this.value); },
    async remove() { this.value = await answer(undefined); },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([
  [new DOMException('', 'VersionError'), { status: 'unreadable', reason: 'newer' }],
  [new DOMException('', 'NotFoundError'), { status: 'unreadable', reason: 'damaged' }],
  [new DOMException('', 'NotReadableError'), { status: 'unreadable', reason: 'damaged' }],
  [new DOMException('', 'SecurityError'), { status: 'unreachable' }],
  [new DOMException('', 'QuotaExceededError'), { status: 'unreachable' }],
  [new ReferenceError('indexedDB is not defined'), { status: 'unreachable' }],
])('%s is an answer', async (fault, reading) => {
  const store = createEncryptedStore({ siteKey: 's', database: memoryDatabase(fault) });
  expect(await store.read()).toEqual(reading);
  expect(await store.write(sampleRecord())).toBe(false);
  expect(await store.clear()).toBe(false);
});

it('storage that is not there, as here, is an answer', async () => {
  const store = createEncryptedStore({ siteKey: 's' });
  expect(await store.read()).toEqual({ status: 'unreachable' });
  expect(await store.write(sampleRecord())).toBe(false);
  expect(await store.clear()).toBe(false);
});

it('storage that never answers is waited for only so long', async () => {
  const silent = (): Promise<never> => Promise.race([]);
  const store = createEncryptedStore({ siteKey: 's', database: { put: silent, get: silent, remove: silent }, limitMs: 2000 });
  const answers = Promise.all([store.read(), store.clear()]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await answers).toEqual([{ status: 'unreachable' }, false]);
});

it('a page without TLS has no cryptography, and keeps nothing', async () => {
  vi.stubGlobal('crypto', {});
  expect(await createEncryptedStore({ siteKey: 's', database: memoryDatabase() }).write(sampleRecord())).toBe(false);
  vi.unstubAllGlobals();
});
