import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRefreshLoop } from './refresh-loop.ts';
import type { ShopViews } from './shop-views.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

/** Shops whose refresh is held up until it is let go, where `holds` says so. */
function openLoop({ listTenants = async () => ['one', 'two'], holds = false }: { readonly listTenants?: () => Promise<readonly string[]>; readonly holds?: boolean } = {}) {
  const asked: string[] = [];
  const failures: unknown[] = [];
  const held = Promise.withResolvers<void>();
  let refreshes = 0;
  const views: ShopViews = {
    of: (tenantId) => {
      asked.push(tenantId);
      return tenantId === 'broken' ? Promise.reject(new Error('no catalog')) : Promise.resolve({ view: () => { throw new Error('not asked for'); }, refresh: async () => undefined, editCatalog: () => undefined, saveRules: async () => undefined });
    },
    refresh: async () => {
      refreshes += 1;
      if (holds) await held.promise;
    },
    editCatalog: () => undefined,
    stalenessMs: () => 0,
  };
  return { loop: createRefreshLoop(views, listTenants, (error) => failures.push(error)), asked, failures, refreshes: () => refreshes, letGo: held.resolve };
}

it('refreshes all shops at once and every ten seconds, also those that nobody asked about', async () => {
  const { loop, asked, refreshes } = openLoop();
  loop.start();
  loop.start();
  await vi.advanceTimersByTimeAsync(0);
  expect([refreshes(), asked]).toEqual([1, ['one', 'two']]);
  await vi.advanceTimersByTimeAsync(9999);
  expect(refreshes()).toBe(1);
  await vi.advanceTimersByTimeAsync(60_001);
  expect(refreshes()).toBe(8);
  await loop.stop();
});

it('has one refresh at a time, however long it takes', async () => {
  const { loop, refreshes, letGo } = openLoop({ holds: true });
  loop.start();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(refreshes()).toBe(1);
  letGo();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(refreshes()).toBe(2);
  await loop.stop();
});

it('tells what kept it from listing or opening shops, refreshes those that it has, and goes on', async () => {
  const answers = [async () => Promise.reject(new Error('away')), async () => ['broken'], async () => ['one']];
  const { loop, failures, asked, refreshes } = openLoop({ listTenants: () => (answers.shift() ?? (async () => []))() });
  loop.start();
  await vi.advanceTimersByTimeAsync(20_000);
  expect([failures.map(String), asked, refreshes()]).toEqual([['Error: away', 'Error: no catalog'], ['broken', 'one'], 3]);
  await loop.stop();
});

it('stops after the refresh that is under way, and for good', async () => {
  const { loop, refreshes, letGo } = openLoop({ holds: true });
  loop.start();
  await vi.advanceTimersByTimeAsync(0);
  let isStopped = false;
  const stopped = loop.stop().then(() => { isStopped = true; });
  await vi.advanceTimersByTimeAsync(1000);
  expect(isStopped).toBe(false);
  letGo();
  await stopped;
  await loop.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(refreshes()).toBe(1);
});

it('can be stopped before it was started', async () => {
  const { loop, refreshes } = openLoop();
  await loop.stop();
  expect(refreshes()).toBe(0);
});
