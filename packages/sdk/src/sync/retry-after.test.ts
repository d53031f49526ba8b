import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

it.each([
  ['120', 120_000], [' 0 ', 0], ['99999999', 86_400_000], ['Fri, 20 Nov 2026 12:01:00 GMT', 60_000], ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
  [null, undefined], ['', undefined], ['soon', undefined],
])('reads %j', (header, waitMs) => {
  expect(retryAfterMs(header, NOW)).toBe(waitMs);
});

it('gives a wait of 0 to 24 hours or none, whatever the header says', () => {
  fc.assert(fc.property(fc.string(), (header) => {
    const waitMs = retryAfterMs(header, NOW);
    expect(waitMs === undefined || (waitMs >= 0 && waitMs <= 86_400_000)).toBe(true);
  }));
});

it('backs off twice as far each time, up to five minutes, spread over the whole span', () => {
  expect([1, 2, 3, 9, 10, 500].map((failures) => backOffMs(failures, () => 1))).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000]);
  expect(backOffMs(5, () => 0)).toBe(0);
});
