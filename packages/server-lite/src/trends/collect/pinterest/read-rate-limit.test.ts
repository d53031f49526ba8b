import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRateLimit } from './read-rate-limit.ts';

const NOW_MS = Date.UTC(2026, 10, 29, 12);

it('reads counts, and waits in seconds or until a date', () => {
  expect(readRateLimit(new Headers({ 'x-userendpoint-ratelimit-limit': '1000', 'x-userendpoint-ratelimit-remaining': '0', 'retry-after': '90' }), NOW_MS)).toEqual({ limit: 1000, remaining: 0, retryAfterMs: 90_000 });
  expect(readRateLimit(new Headers({ 'retry-after': 'Sun, 29 Nov 2026 12:00:30 GMT' }), NOW_MS)).toEqual({ retryAfterMs: 30_000 });
  expect(readRateLimit(new Headers({ 'retry-after': 'Sun, 29 Nov 2026 11:00:00 GMT' }), NOW_MS)).toEqual({ retryAfterMs: 0 });
  expect(readRateLimit(new Headers({ 'x-userendpoint-ratelimit-remaining': '-1', 'x-userendpoint-ratelimit-limit': 'many', 'retry-after': 'soon' }), NOW_MS)).toEqual({});
});

it('never throws, and waits between nothing and a day', () => {
  const text = fc.oneof(fc.string(), fc.integer().map(String), fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()), fc.constant(null));
  fc.assert(fc.property(text, text, (one, other) => {
    const { limit = 0, remaining = 0, retryAfterMs = 0 } = readRateLimit({ get: (name) => (name === 'retry-after' ? one : other) }, NOW_MS);
    for (const figure of [limit, remaining, retryAfterMs]) expect(figure).toBeGreaterThanOrEqual(0);
    expect(retryAfterMs).toBeLessThanOrEqual(86_400_000);
  }));
});
