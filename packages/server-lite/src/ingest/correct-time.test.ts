import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockErrorMs, correctTime } from './correct-time.ts';

const NOW = Date.UTC(2026, 10, 20);
const HOUR_MS = 3_600_000;

it.each([0, 4999, -4999])('takes a clock as right that is off by %i ms', (offMs) => {
  expect(clockErrorMs(NOW - offMs, NOW)).toBe(0);
});

it.each([-HOUR_MS, HOUR_MS, 24 * HOUR_MS, -24 * HOUR_MS])('puts a clock right that is off by %i ms', (offMs) => {
  const errorMs = clockErrorMs(NOW + offMs, NOW);
  expect(correctTime(NOW + offMs - 2000, errorMs, NOW)).toBe(NOW - 2000);
});

it('files nothing after its receipt nor before 1970, whatever the clocks say', () => {
  const anyTime = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  fc.assert(fc.property(anyTime, anyTime, fc.integer({ min: 0, max: 4_102_444_800_000 }), (timeMs, sentAtMs, receivedMs) => {
    const corrected = correctTime(timeMs, clockErrorMs(sentAtMs, receivedMs), receivedMs);
    expect(Number.isSafeInteger(corrected)).toBe(true);
    expect(corrected).toBeGreaterThanOrEqual(0);
    expect(corrected).toBeLessThanOrEqual(receivedMs);
  }));
});

it('keeps the order and the distance of events of one device', () => {
  fc.assert(fc.property(fc.integer({ min: -48, max: 48 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (offHours, firstS, secondS) => {
    const deviceNow = NOW + offHours * HOUR_MS;
    const errorMs = clockErrorMs(deviceNow, NOW);
    const [first, second] = [firstS, secondS].map((agoS) => correctTime(deviceNow - agoS * 1000, errorMs, NOW)) as [number, number];
    expect(first - second).toBe((secondS - firstS) * 1000);
  }));
});
