import type { Pool } from 'pg';
import { firstIdAt } from '../events/event-month.ts';
import { keptLetters } from '../events/consent-letters.ts';
import { givenString, storedString } from '../events/stored-string.ts';
import type { EventQuery, StoredEvent } from '../event-log.ts';

/** So many events are rather found by their time and sorted than met on the way through the months. */
const FEW_EVENTS = 20_000;
/** Of a row that {@link eventOf} reads. */
export const COLUMNS = 'tenant_id, id, type, anonymous_id, customer_id, session_id, item_id, time_ms, received_ms, data, arms, consent';
const IN_RANGE = 'tenant_id = $1 AND time_ms >= $2 AND time_ms < $3';

export interface EventRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly type: string;
  readonly anonymous_id: string;
  readonly customer_id: string | null;
  readonly session_id: string;
  readonly item_id: string | null;
  readonly time_ms: number;
  readonly received_ms: number;
  readonly data: string;
  readonly arms: string | null;
  readonly consent: string | null;
}

export async function readEvents(pool: Pool, query: EventQuery): Promise<readonly StoredEvent[]> {
  const range = [storedString(query.tenantId), query.fromMs, query.toMs];
  const page = [query.afterId ?? firstIdAt(0), query.limit];
  if (query.subject !== undefined) return readRows(pool, `${IN_RANGE} AND (anonymous_id = $6 OR customer_id = $6)`, [...range, ...page, storedString(query.subject)]);
  const { rows } = await pool.query<{ events: number }>(`SELECT count(*)::integer AS events FROM (SELECT FROM events WHERE ${IN_RANGE} LIMIT ${FEW_EVENTS}) AS matching`, range);
  return readRows(pool, IN_RANGE, [...range, ...page], (rows[0]?.events ?? 0) < FEW_EVENTS);
}

async function readRows(pool: Pool, where: string, values: readonly unknown[], fewMatch = true): Promise<readonly StoredEvent[]> {
  // Left alone, the planner walks a whole month in the order of ids for the few of the last minutes.
  const matching = `WITH matching AS ${fewMatch ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (SELECT ${COLUMNS} FROM events WHERE ${where})`;
  const { rows } = await pool.query<EventRow>(`${matching} SELECT ${COLUMNS} FROM matching WHERE id > $4 ORDER BY id LIMIT $5`, [...values]);
  return rows.map(eventOf);
}

export function eventOf(row: EventRow): StoredEvent {
  return {
    tenantId: givenString(row.tenant_id), id: row.id, type: givenString(row.type), anonymousId: givenString(row.anonymous_id),
    customerId: optional(row.customer_id), sessionId: givenString(row.session_id), itemId: optional(row.item_id),
    timeMs: row.time_ms, receivedMs: row.received_ms, dataJson: givenString(row.data),
    armsJson: optional(row.arms), consent: keptLetters(row.consent),
  };
}

const optional = (text: string | null): string | undefined => (text === null ? undefined : givenString(text));
