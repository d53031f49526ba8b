import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryLimiter } from './memory-limiter.ts';

const RATE = { perSecond: 10, burst: 20 };

function open(maxBuckets?: number) {
  const clock = { nowMs: 0 };
  const limiter = createMemoryLimiter({ limits: { tenant: undefined, address: RATE }, now: () => clock.nowMs, ...(maxBuckets === undefined ? {} : { maxBuckets }) });
  const takeMany = async (bucket: string, count: number): Promise<number> => {
    const outcomes = await Promise.all(Array.from({ length: count }, () => limiter.take(bucket, 1)));
    return outcomes.filter(({ status }) => status === 'taken').length;
  };
  return { clock, limiter, takeMany };
}

describe('a bucket', () => {
  it('gives its burst, then what comes back', async () => {
    const { clock, limiter, takeMany } = open();
    expect(await takeMany('address:a', 50)).toBe(20);
    expect(await limiter.take('address:a', 1)).toEqual({ status: 'limited', retryAfterMs: 100 });
    clock.nowMs = 1000;
    expect(await takeMany('address:a', 50)).toBe(10);
    clock.nowMs = 1_000_000;
    expect(await takeMany('address:a', 50)).toBe(20);
  });

  it('is its own', async () => {
    const { takeMany } = open();
    await takeMany('address:a', 50);
    expect(await takeMany('address:b', 50)).toBe(20);
  });

  it('is never asked for where nothing is limited', async () => {
    const { takeMany } = open();
    expect(await takeMany('tenant:a', 1000)).toBe(1000);
  });

  it('takes all of a cost or nothing', async () => {
    const { limiter, takeMany } = open();
    await takeMany('address:a', 15);
    expect((await limiter.take('address:a', 6)).status).toBe('limited');
    expect((await limiter.take('address:a', 5)).status).toBe('taken');
  });
});

it('never gives more than the burst and what came back, however requests come', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ waitMs: fc.integer({ min: 0, max: 3000 }), count: fc.integer({ min: 0, max: 40 }) }), { maxLength: 30 }), async (steps) => {
    const { clock, takeMany } = open();
    let taken = 0;
    for (const { waitMs, count } of steps) {
      clock.nowMs += waitMs;
      taken += await takeMany('address:a', count);
      expect(taken).toBeLessThanOrEqual(RATE.burst + (clock.nowMs / 1000) * RATE.perSecond + 1e-6);
    }
  }));
});

it('forgets full buckets first when there are too many', async () => {
  const { clock, takeMany } = open(3);
  await takeMany('address:full', 1);
  clock.nowMs = 100;
  await takeMany('address:empty', 20);
  await takeMany('address:b', 20);
  await takeMany('address:c', 20);
  expect(await takeMany('address:empty', 1)).toBe(0);
});

it('does not grow without end when none is full', async () => {
  const { takeMany } = open(3);
  for (const bucket of ['address:a', 'address:b', 'address:c', 'address:d']) {
    await takeMany(bucket, 20);
  }
  // The oldest was forgotten: it starts anew.
  expect([await takeMany('address:d', 1), await takeMany('address:a', 1)]).toEqual([0, 1]);
});
