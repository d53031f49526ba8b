import type { Pool } from 'pg';
import type { StoredEvent } from '../event-log.ts';
import { storedString } from '../events/stored-string.ts';
import { subjectHash } from '../events/subject-hash.ts';

/** Whom this process knows to be erased. It may know of an erasure a little late: exact is only the database, which is asked when events are written. */
export interface ErasedCache {
  /** Places of the events whose subject was erased, from 0. */
  placesIn(events: readonly StoredEvent[]): readonly number[];
  add(tenantId: string, subject: string): void;
  /** Reads what was erased since; never rejects. */
  refresh(): Promise<void>;
}

/** About 10 MB; whoever was erased before is still refused by the database. */
const MOST_SUBJECTS = 100_000;
/** Servers write the time of an erasure by their own clocks. */
const CLOCKS_APART_MS = 600_000;
const NEWEST = `SELECT subject_hash, erased_ms FROM erased_subjects WHERE erased_ms >= $1 ORDER BY erased_ms DESC LIMIT ${MOST_SUBJECTS}`;

export function createErasedCache(pool: Pool): ErasedCache {
  const hashes = new Set<string>();
  let newestMs = 0;
  const keep = (hash: string): void => {
    hashes.add(hash);
    const [oldest] = hashes;
    if (hashes.size > MOST_SUBJECTS && oldest !== undefined) hashes.delete(oldest);
  };
  const hashOf = (tenantId: string, subject: string): string => subjectHash(storedString(tenantId), storedString(subject));
  const isErased = ({ tenantId, anonymousId, customerId }: StoredEvent): boolean =>
    hashes.has(hashOf(tenantId, anonymousId)) || (customerId !== undefined && hashes.has(hashOf(tenantId, customerId)));
  return {
    placesIn: (events) => (hashes.size === 0 ? [] : events.flatMap((event, place) => (isErased(event) ? [place] : []))),
    add: (tenantId, subject) => keep(hashOf(tenantId, subject)),
    refresh: async () => {
      try {
        const { rows } = await pool.query<{ subject_hash: string; erased_ms: number }>(NEWEST, [newestMs - CLOCKS_APART_MS]);
        for (const { subject_hash: hash } of rows.toReversed()) keep(hash);
        newestMs = Math.max(newestMs, rows[0]?.erased_ms ?? 0);
      } catch {
        // The database is away: what is known stays known, and the rest is refused when it is back and the events are written.
      }
    },
  };
}
