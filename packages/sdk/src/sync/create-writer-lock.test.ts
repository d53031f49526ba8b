import { expect, it } from 'vitest';
import type { DeviceRecords } from '../store/index.ts';
import type { LaneResult } from './create-lane.ts';
import { LEASE_MS, createWriterLock } from './create-writer-lock.ts';
import { keepPause } from './keep-pause.ts';

function memoryRecords(): DeviceRecords {
  const values = new Map<string, unknown>();
  return {
    async update(key, change) {
      await Promise.resolve();
      const value = change(values.get(key));
      values.set(key, value);
      return value;
    },
  };
}

let pages = 0;
const NO_LOCKS = { request: () => Promise.reject(new DOMException('no origin', 'SecurityError')) } as unknown as LockManager;
const openPage = (records: DeviceRecords, now = () => 1000) => createWriterLock({ name: 'shop', locks: NO_LOCKS, records, newId: () => `page-${pages++}`, now });

it('lets one page write, and the other as soon as it is done', async () => {
  const records = memoryRecords();
  const [first, second] = [openPage(records), openPage(records)];
  const inside = Promise.withResolvers<void>();
  const done = Promise.withResolvers<string>();
  const writing = first(async () => {
    inside.resolve();
    return done.promise;
  });
  await inside.promise;
  expect(await second(async () => 'written')).toBe('busy');
  done.resolve('written');
  expect(await writing).toBe('written');
  expect(await second(async () => 'written')).toBe('written');
});

it('takes over from a page that died, when its lease ends; not from one that renews it', async () => {
  const records = memoryRecords();
  let nowMs = 1000;
  const [first, second] = [openPage(records, () => nowMs), openPage(records, () => nowMs)];
  const renewing = Promise.withResolvers<() => Promise<unknown>>();
  void first((renew) => {
    renewing.resolve(renew);
    return new Promise(() => undefined);
  });
  const renew = await renewing.promise;
  nowMs += LEASE_MS - 1;
  await renew();
  nowMs += LEASE_MS - 1;
  expect(await second(async () => 'written')).toBe('busy');
  nowMs += 1;
  expect(await second(async () => 'written')).toBe('written');
});

it('does not wait for a lease from before the clock was set back', async () => {
  const records = memoryRecords();
  void openPage(records, () => 1e12)(() => new Promise(() => undefined));
  await Promise.resolve();
  expect(await openPage(records, () => 1000)(async () => 'written')).toBe('written');
});

it('lets go when the work fails, and works where nothing is kept', async () => {
  const records = memoryRecords();
  const [first, second] = [openPage(records), openPage(records)];
  await expect(first(async () => { throw new Error('a bug'); })).rejects.toThrow('a bug');
  expect(await second(async () => 'written')).toBe('written');
  expect(await openPage({ update: async () => undefined })(async () => 'written')).toBe('written');
});

it('passes on what a lock holder throws', async () => {
  const locks = { request: (_name: string, work: () => Promise<unknown>) => work() } as unknown as LockManager;
  const lock = createWriterLock({ name: 'shop', locks, records: memoryRecords(), newId: () => 'page', now: () => 1 });
  await expect(lock(async () => { throw new Error('a bug'); })).rejects.toThrow('a bug');
  expect(await lock(async () => 7)).toBe(7);
});

it('keeps a pause that the server asked for, for the next pages too, but not for ever', async () => {
  const records = memoryRecords();
  let nowMs = 1000;
  const results: LaneResult[] = [{ status: 'retry', afterMs: 5000 }];
  const openRun = () => keepPause(async () => results.shift() ?? { status: 'empty' }, records, () => nowMs);
  expect(await openRun()()).toEqual({ status: 'retry', afterMs: 5000 });
  expect(await openRun()()).toEqual({ status: 'retry', afterMs: 5000 });
  nowMs = -1e12;
  expect(await openRun()()).toEqual({ status: 'empty' });
  nowMs = 6000;
  expect(await openRun()()).toEqual({ status: 'empty' });
});
