import type { RateLimiter } from '../../http/access.ts';
import { createLeasing } from './create-leasing.ts';
import { createMemoryLimiter } from './memory-limiter.ts';
import { rateOf, type RateLimits, type TokenRate } from './rate-limits.ts';
import type { LeaseRequest, Lease, TokenStore } from './token-store.ts';

export interface SharedLimiterOptions {
  readonly limits: RateLimits;
  readonly store: TokenStore;
  /** Milliseconds that only grow. @default the clock of the process */
  readonly now?: () => number;
  /** More are not remembered. @default 100,000 */
  readonly maxBuckets?: number;
}

/** What this process holds of a bucket. */
interface Holding {
  tokens: number;
  /** Until then there is nothing to lease. */
  emptyUntilMs: number;
  /** Requests that wait for the lease that is under way. */
  waiting: number;
  lease: Promise<boolean> | undefined;
}

/** So long nobody waits for a database that did not answer. */
const AWAY_MS = 1000;

/**
 * Token buckets of all processes of a database. A process leases chunks of tokens and spends them on its own;
 * so the limit holds to the chunks that lie unspent. While the database is away each process counts alone.
 */
export function createSharedLimiter({ limits, store, now = () => performance.now(), maxBuckets }: SharedLimiterOptions): RateLimiter {
  const holdingOf = createHoldings(maxBuckets);
  const alone = createMemoryLimiter({ limits, now });
  const lease = createLeasing(store);
  let awayUntilMs = Number.NEGATIVE_INFINITY;

  const isRefilled = (bucket: string, held: Holding, rate: TokenRate, cost: number): Promise<boolean> => {
    held.waiting += 1;
    // A turn later, so that all who ask at the same time are counted.
    held.lease ??= Promise.resolve().then(() => refill({ bucket, held, rate, cost, lease, now })).catch(() => {
      awayUntilMs = now() + AWAY_MS;
      return false;
    }).finally(() => {
      held.lease = undefined;
      held.waiting = 0;
    });
    return held.lease;
  };
  const take = async (bucket: string, cost: number, rate: TokenRate): ReturnType<RateLimiter['take']> => {
    const held = holdingOf(bucket);
    if (held.tokens >= cost) {
      held.tokens -= cost;
      return { status: 'taken' };
    }
    if (now() < held.emptyUntilMs) return { status: 'limited', retryAfterMs: Math.max(held.emptyUntilMs - now(), (cost / rate.perSecond) * 1000) };
    if (now() < awayUntilMs || !(await isRefilled(bucket, held, rate, cost))) return alone.take(bucket, cost);
    return take(bucket, cost, rate);
  };
  return {
    take: async (bucket, cost) => {
      const rate = rateOf(limits, bucket);
      return rate === undefined ? { status: 'taken' } : take(bucket, cost, rate);
    },
  };
}

const MOST_BUCKETS = 100_000;

function createHoldings(maxBuckets = MOST_BUCKETS): (bucket: string) => Holding {
  const holdings = new Map<string, Holding>();
  return (bucket) => {
    const found = holdings.get(bucket);
    if (found !== undefined) return found;
    if (holdings.size >= maxBuckets) holdings.clear();
    const held: Holding = { tokens: 0, emptyUntilMs: Number.NEGATIVE_INFINITY, waiting: 0, lease: undefined };
    holdings.set(bucket, held);
    return held;
  };
}

interface Refill {
  readonly bucket: string;
  readonly held: Holding;
  readonly rate: TokenRate;
  readonly cost: number;
  readonly lease: (request: LeaseRequest) => Promise<Lease>;
  readonly now: () => number;
}

/** A process leases what a bucket gets back in this time, so that it asks the database some twenty times a second for it. */
const LEASE_MS = 50;

async function refill({ bucket, held, rate, cost, lease, now }: Refill): Promise<true> {
  const chunk = Math.max(cost * held.waiting, Math.ceil((rate.perSecond * LEASE_MS) / 1000));
  const wanted = Math.min(rate.burst, chunk);
  const { granted, left } = await lease({ bucket, wanted, ...rate });
  held.tokens += granted;
  if (granted < wanted || left < 1) held.emptyUntilMs = now() + Math.max(pauseMs(rate), ((cost - left) / rate.perSecond) * 1000);
  return true;
}

// Half of the time in which an empty bucket fills: what comes back meanwhile is not lost.
function pauseMs({ perSecond, burst }: TokenRate): number {
  return Math.min(LEASE_MS, (burst / perSecond) * 500);
}
