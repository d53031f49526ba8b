import { describe, expect, it } from 'vitest';
import type { RateLimiter } from '../../http/access.ts';
import { openTestPostgres } from '../../storage/testing/test-databases.ts';
import { createSharedLimiter } from './shared-limiter.ts';
import { createPostgresTokens, type TokenStore } from './token-store.ts';

const RATE = { perSecond: 100, burst: 200 };
const limits = { tenant: undefined, address: RATE };

/** The buckets of several processes, on a clock of the test. */
function createMemoryTokens(now: () => number): TokenStore & { readonly questions: number[] } {
  const buckets = new Map<string, { tokens: number; updatedMs: number }>();
  const questions: number[] = [];
  return {
    questions,
    lease: async (requests) => {
      questions.push(requests.length);
      return requests.map(({ bucket, wanted, perSecond, burst }) => {
        const { tokens, updatedMs } = buckets.get(bucket) ?? { tokens: burst, updatedMs: now() };
        const available = Math.min(burst, tokens + ((now() - updatedMs) / 1000) * perSecond);
        const granted = Math.min(wanted, Math.floor(available));
        buckets.set(bucket, { tokens: available - granted, updatedMs: now() });
        return { granted, left: available - granted };
      });
    },
  };
}

async function takeMany(limiter: RateLimiter, count: number, bucket = 'address:a'): Promise<number> {
  const outcomes = await Promise.all(Array.from({ length: count }, () => limiter.take(bucket, 1)));
  return outcomes.filter(({ status }) => status === 'taken').length;
}

function openProcesses(count: number) {
  const clock = { nowMs: 0 };
  const now = (): number => clock.nowMs;
  const store = createMemoryTokens(now);
  return { clock, store, processes: Array.from({ length: count }, () => createSharedLimiter({ limits, store, now })) };
}

describe('processes that share their limits', () => {
  it('give together what one would give, +-10 %', async () => {
    const { clock, processes } = openProcesses(3);
    let taken = 0;
    for (; clock.nowMs < 10_000; clock.nowMs += 10) {
      taken += (await Promise.all(processes.map((process) => takeMany(process, 2)))).reduce((sum, count) => sum + count, 0);
    }
    const limit = RATE.burst + 10 * RATE.perSecond;
    expect(taken).toBeGreaterThan(limit * 0.9);
    expect(taken).toBeLessThanOrEqual(limit);
  });

  it('ask the database seldom', async () => {
    const { clock, store, processes: [process] } = openProcesses(1);
    for (; clock.nowMs < 10_000; clock.nowMs += 1) {
      if (process !== undefined) await takeMany(process, 1);
    }
    expect(store.questions.length).toBeLessThan(10 * 30);
  });

  it('put the questions of one moment together', async () => {
    const { store, processes: [process] } = openProcesses(1);
    const names = Array.from({ length: 50 }, (_, index) => `address:${index}`);
    await Promise.all(names.map(async (name) => process?.take(name, 1)));
    expect(store.questions.length).toBeLessThanOrEqual(2);
    expect(store.questions.reduce((sum, count) => sum + count, 0)).toBe(50);
  });

  it('say when to come again', async () => {
    const { processes: [process] } = openProcesses(1);
    if (process === undefined) throw new Error('there is one');
    expect(await takeMany(process, 500)).toBe(RATE.burst);
    const limited = await process.take('address:a', 1);
    expect(limited).toMatchObject({ status: 'limited' });
    expect('retryAfterMs' in limited && limited.retryAfterMs).toBeGreaterThan(0);
  });
});

describe('a process whose database is away', () => {
  it.each([
    ['refuses', async () => Promise.reject(new Error('away'))],
    ['never answers', async () => new Promise<never>(() => undefined)],
  ])('counts alone, and waits but once: it %s', async (_how, lease) => {
    let questions = 0;
    const limiter = createSharedLimiter({ limits, now: () => 0, store: { lease: async () => {
      questions += 1;
      return lease();
    } } });
    expect([await takeMany(limiter, 500), await takeMany(limiter, 500), questions]).toEqual([RATE.burst, 0, 1]);
  });
});

describe('buckets in PostgreSQL', () => {
  it('give no token twice, whoever asks at the same time', async () => {
    const database = await openTestPostgres();
    const stores = [createPostgresTokens(database), createPostgresTokens(database)];
    const request = { wanted: 7, perSecond: 1, burst: 1000 };
    const leases = await Promise.all(Array.from({ length: 400 }, async (_, index) => stores[index % 2]?.lease([{ bucket: 'address:b', ...request }, { bucket: 'address:a', ...request }])));
    const sumOf = (place: number): number => leases.reduce((sum, lease) => sum + (lease?.[place]?.granted ?? 0), 0);
    for (const sum of [sumOf(0), sumOf(1)]) {
      expect(sum).toBeGreaterThanOrEqual(1000);
      // What came back while the test ran.
      expect(sum).toBeLessThanOrEqual(1020);
    }
    await database.close();
  });

  it('are forgotten once they are full', async () => {
    const database = await openTestPostgres();
    let nowMs = 0;
    const store = createPostgresTokens(database, () => nowMs);
    await store.lease([{ bucket: 'address:full', wanted: 1, perSecond: 1000, burst: 1 }, { bucket: 'address:kept', wanted: 1, perSecond: 0.001, burst: 1 }]);
    const names = async (): Promise<readonly string[]> => (await database.query.selectFrom('rate_bucket').select('bucket').orderBy('bucket').execute()).map(({ bucket }) => bucket);
    expect(await names()).toEqual(['address:full', 'address:kept']);
    nowMs = 61_000;
    await expect.poll(async () => {
      nowMs += 61_000;
      await store.lease([{ bucket: 'address:kept', wanted: 1, perSecond: 0.001, burst: 1 }]);
      return names();
    }).toEqual(['address:kept']);
    await database.close();
  });
});
