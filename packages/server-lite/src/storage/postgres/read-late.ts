import type { Pool } from 'pg';
import type { LatePage, LateQuery } from '../event-log.ts';
import { storedString } from '../events/stored-string.ts';
import { COLUMNS, type EventRow, eventOf } from './read-events.ts';

type LateRow = { readonly place: number } & (EventRow | { readonly type: null });

export async function readLate(pool: Pool, { tenantId, after, limit }: LateQuery): Promise<LatePage> {
  const tenant = storedString(tenantId);
  const from = after ?? await placeOf(pool, tenant);
  const { rows } = await pool.query<LateRow>(
    `SELECT place, ${COLUMNS} FROM (SELECT place, tenant_id, id FROM late_events WHERE tenant_id = $1 AND place > $2 ORDER BY place LIMIT $3) AS listed LEFT JOIN events USING (tenant_id, id) ORDER BY place`,
    [tenant, from, limit],
  );
  return { events: rows.flatMap((row) => (row.type === null ? [] : eventOf(row))), place: rows.at(-1)?.place ?? from, isEnd: rows.length < limit };
}

async function placeOf(pool: Pool, tenant: string): Promise<number> {
  const { rows } = await pool.query<{ place: number }>('SELECT coalesce(max(place), 0) AS place FROM late_events WHERE tenant_id = $1', [tenant]);
  return rows[0]?.place ?? 0;
}
