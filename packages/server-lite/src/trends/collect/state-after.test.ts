import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';
import { FRESH_STATE } from './source-record.ts';
import { stateAfter, withRequests } from './state-after.ts';

const DAY_MS = 86_400_000;
const WORLD = { nowMs: 100 * DAY_MS + 5, random: () => 0 };

it('waits longer each time, up to six hours, and never less than half of it', () => {
  expect([1, 2, 3, 9, 10, 99].map((failures) => backOffMs(failures, () => 0) / 60_000)).toEqual([1, 2, 4, 256, 360, 360]);
  fc.assert(fc.property(fc.nat(2000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, chance) => {
    const fullMs = backOffMs(failures, () => 0);
    expect(backOffMs(failures, () => chance)).toBeGreaterThanOrEqual(fullMs / 2);
    expect(backOffMs(failures, () => chance)).toBeLessThanOrEqual(fullMs);
  }));
});

it('waits until the source says, if that is longer than the back-off', () => {
  expect(stateAfter(FRESH_STATE, { status: 'throttled', untilMs: WORLD.nowMs + 1, quota: { usagePercent: 100 } }, WORLD)).toEqual({ ...FRESH_STATE, failures: 1, retryMs: WORLD.nowMs + 60_000, quota: { requestsToday: 0, usagePercent: 100 } });
  expect(stateAfter(FRESH_STATE, { status: 'throttled', untilMs: WORLD.nowMs + DAY_MS }, WORLD).retryMs).toBe(WORLD.nowMs + DAY_MS);
});

it('pauses for what only the shop can mend, and for nothing else', () => {
  for (const status of ['token-revoked', 'permission-missing'] as const) expect(stateAfter(FRESH_STATE, { status }, WORLD)).toMatchObject({ status: 'paused', reason: status });
  for (const status of ['out-of-budget', 'tag-limit', 'stopped'] as const) expect(stateAfter(FRESH_STATE, { status }, WORLD)).toEqual(FRESH_STATE);
});

it('counts requests by the UTC day', () => {
  const today = withRequests(withRequests(FRESH_STATE, 3, WORLD.nowMs), 4, WORLD.nowMs + 1);
  expect([today.dayMs, today.quota.requestsToday]).toEqual([100 * DAY_MS, 7]);
  expect(withRequests(today, 1, WORLD.nowMs + DAY_MS).quota.requestsToday).toBe(1);
});
