import type { Pool } from 'pg';
import { storedString } from '../events/stored-string.ts';
import { firstIdAt } from '../events/event-month.ts';
import { LATE_KEPT, LATE_MS, type StoredEvent } from '../event-log.ts';
import { timedQuery } from './timed-query.ts';

const APPEND = 'SELECT append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS refused';
/** A shop waits for the answer; what was committed nevertheless is found there when it comes again. */
const LIMIT_MS = 5000;

/** Adds the events that are not there yet, in one transaction and one round trip. @returns the places of those whose subject was erased. */
export async function appendEvents(pool: Pool, events: readonly StoredEvent[], nowMs: number): Promise<readonly number[]> {
  const values = [
    events.map((event) => storedString(event.tenantId)), events.map((event) => event.id), events.map((event) => storedString(event.type)),
    events.map((event) => storedString(event.anonymousId)), events.map((event) => optional(event.customerId)),
    events.map((event) => storedString(event.sessionId)), events.map((event) => optional(event.itemId)),
    events.map((event) => event.timeMs), events.map((event) => event.receivedMs), events.map((event) => storedString(event.dataJson)),
    events.map((event) => optional(event.armsJson)), events.map((event) => event.consent ?? null),
    firstIdAt(Math.max(0, nowMs - LATE_MS)), LATE_KEPT,
  ];
  const { rows } = await pool.query<{ refused: number[] }>({ ...timedQuery(LIMIT_MS, APPEND, values), name: 'append-events' });
  return rows[0]?.refused ?? [];
}

const optional = (text: string | undefined): string | null => (text === undefined ? null : storedString(text));
