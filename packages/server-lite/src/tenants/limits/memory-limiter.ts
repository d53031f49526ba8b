import type { RateLimiter } from '../../http/access.ts';
import { rateOf, type RateLimits, type TokenRate } from './rate-limits.ts';

export interface MemoryLimiterOptions {
  readonly limits: RateLimits;
  /** Milliseconds that only grow. @default the clock of the process */
  readonly now?: () => number;
  /** When there are more, full ones are forgotten, then the oldest. @default 100,000 */
  readonly maxBuckets?: number;
}

interface Bucket {
  readonly tokens: number;
  readonly updatedMs: number;
}

const TAKEN = { status: 'taken' } as const;

/** Token buckets of one process. */
export function createMemoryLimiter({ limits, now = () => performance.now(), maxBuckets = 100_000 }: MemoryLimiterOptions): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const tokensAt = (bucket: Bucket | undefined, { perSecond, burst }: TokenRate, nowMs: number): number => (
    bucket === undefined ? burst : Math.min(burst, bucket.tokens + ((nowMs - bucket.updatedMs) / 1000) * perSecond)
  );
  const makeRoom = (nowMs: number): void => {
    for (const [name, bucket] of buckets) {
      const rate = rateOf(limits, name);
      if (rate === undefined || tokensAt(bucket, rate, nowMs) >= rate.burst) buckets.delete(name);
    }
    for (const [oldest] of buckets) {
      if (buckets.size < maxBuckets) return;
      buckets.delete(oldest);
    }
  };
  return {
    take: async (name, cost) => {
      const rate = rateOf(limits, name);
      if (rate === undefined) return TAKEN;
      const nowMs = now();
      const tokens = tokensAt(buckets.get(name), rate, nowMs);
      const isTaken = tokens >= cost;
      if (buckets.size >= maxBuckets && !buckets.has(name)) makeRoom(nowMs);
      buckets.set(name, { tokens: isTaken ? tokens - cost : tokens, updatedMs: nowMs });
      return isTaken ? TAKEN : { status: 'limited', retryAfterMs: ((cost - tokens) / rate.perSecond) * 1000 };
    },
  };
}
