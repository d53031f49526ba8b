import { sql } from 'kysely';
import type { Database } from '../../storage/database.ts';
import type { TokenRate } from './rate-limits.ts';

export interface LeaseRequest extends TokenRate {
  readonly bucket: string;
  /** Whole tokens, at most `burst`. */
  readonly wanted: number;
}

export interface Lease {
  /** Whole tokens, 0 to `wanted`. */
  readonly granted: number;
  /** What stays in the bucket. */
  readonly left: number;
}

/** Buckets that several processes draw from. */
export interface TokenStore {
  /** In the order of the requests, none of which names the bucket of another. */
  lease(requests: readonly LeaseRequest[]): Promise<readonly Lease[]>;
}

const TIDY_MS = 60_000;

/** Buckets in PostgreSQL. The database's clock counts, so that processes need not agree on theirs. */
export function createPostgresTokens({ query }: Database, now: () => number = () => performance.now()): TokenStore {
  let tidiedMs = now();
  return {
    lease: async (requests) => {
      // In one order for all processes, so that none waits for another that waits for it.
      const sorted = [...requests].sort((a, b) => (a.bucket < b.bucket ? -1 : 1));
      const { rows } = await leaseStatement(sorted).execute(query);
      const leases = new Map(rows.map(({ bucket, granted, left }) => [bucket, { granted, left }]));
      if (now() - tidiedMs > TIDY_MS) {
        tidiedMs = now();
        await FORGET_FULL.execute(query);
      }
      return requests.map(({ bucket }) => leases.get(bucket) ?? { granted: 0, left: 0 });
    },
  };
}

// What came back since `updated_ms`, and what then lies there.
const AVAILABLE = sql`LEAST(excluded.burst, held.tokens + GREATEST(0, excluded.updated_ms - held.updated_ms) * excluded.per_second / 1000)`;

function leaseStatement(requests: readonly LeaseRequest[]) {
  const column = <K extends keyof LeaseRequest>(name: K): LeaseRequest[K][] => requests.map((request) => request[name]);
  return sql<{ bucket: string; granted: number; left: number }>`
    INSERT INTO rate_bucket AS held (bucket, tokens, granted, per_second, burst, updated_ms)
    SELECT bucket, burst - wanted, wanted, per_second, burst, extract(epoch FROM clock_timestamp()) * 1000
    FROM unnest(${column('bucket')}::text[], ${column('wanted')}::float8[], ${column('perSecond')}::float8[], ${column('burst')}::float8[])
      AS request (bucket, wanted, per_second, burst)
    ORDER BY bucket
    ON CONFLICT (bucket) DO UPDATE SET
      granted = LEAST(excluded.granted, floor(${AVAILABLE})),
      tokens = ${AVAILABLE} - LEAST(excluded.granted, floor(${AVAILABLE})),
      per_second = excluded.per_second,
      burst = excluded.burst,
      updated_ms = GREATEST(held.updated_ms, excluded.updated_ms)
    RETURNING bucket, granted, tokens AS "left"`;
}

// A full bucket says no more than none, and an address need not be remembered.
const FORGET_FULL = sql`DELETE FROM rate_bucket WHERE tokens + (extract(epoch FROM clock_timestamp()) * 1000 - updated_ms) * per_second / 1000 >= burst`;
