import type { EventRejection } from '@vua/models/contracts';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';
import type { QuarantineRow } from '../storage/tables/ingest-tables.ts';
import { containsText } from './contains-text.ts';
import { QUARANTINE_LIMIT, type QuarantineRepository, type RejectedEvent } from './quarantine-repository.ts';

/** Rows of one statement: SQLite and PostgreSQL both bound its parameters. */
const CHUNK = 500;

/** In SQLite or PostgreSQL. The caller opens and closes the database. */
export function createDatabaseQuarantine({ query }: Database, limit: number = QUARANTINE_LIMIT): QuarantineRepository {
  return {
    name: 'quarantine',
    add: async (events) => {
      const tenants = new Set(events.map(({ tenantId }) => tenantId));
      await query.transaction().execute(async (transaction) => {
        for (let from = 0; from < events.length; from += CHUNK) {
          await transaction.insertInto('quarantine').values(events.slice(from, from + CHUNK).map(toRow)).onConflict((conflict) => conflict.doNothing()).execute();
        }
        for (const tenantId of tenants) {
          const oldest = transaction.selectFrom('quarantine').select('id').where('tenant_id', '=', tenantId).orderBy('id', 'desc').offset(limit).limit(1);
          await transaction.deleteFrom('quarantine').where('tenant_id', '=', tenantId).where('id', '<=', oldest).execute();
        }
      });
    },
    read: async ({ tenantId, beforeId, limit: most }) => {
      const page = query.selectFrom('quarantine').selectAll().where('tenant_id', '=', tenantId).orderBy('id', 'desc').limit(most);
      return (await (beforeId === undefined ? page : page.where('id', '<', beforeId)).execute()).map(fromRow);
    },
    dropBefore: async (timeMs) => Number((await query.deleteFrom('quarantine').where('received_ms', '<', timeMs).executeTakeFirst()).numDeletedRows),
    eraseSubject: async (tenantId, subject) => Number((await query.deleteFrom('quarantine').where(isOf(tenantId, subject)).executeTakeFirst()).numDeletedRows),
    exportSubject: async (tenantId, subject) => (await query.selectFrom('quarantine').selectAll().where(isOf(tenantId, subject)).orderBy('id', 'desc').execute()).map(fromRow),
  };
}

const isOf = (tenantId: string, subject: string) => (builder: ExpressionBuilder<Tables, 'quarantine'>): Expression<SqlBool> => builder.and([
  builder('tenant_id', '=', tenantId),
  builder.or([builder('anonymous_id', '=', subject), builder('customer_id', '=', subject), containsText('body', subject)]),
]);

function toRow(event: RejectedEvent): QuarantineRow {
  return {
    tenant_id: event.tenantId, id: event.id, received_ms: event.receivedMs, code: event.code, path: event.path ?? null, event_id: event.eventId ?? null,
    anonymous_id: event.anonymousId ?? null, customer_id: event.customerId ?? null, body: event.body ?? null,
  };
}

function fromRow(row: QuarantineRow): RejectedEvent {
  return {
    tenantId: row.tenant_id, id: row.id, receivedMs: row.received_ms, code: row.code as EventRejection['code'], path: row.path ?? undefined, eventId: row.event_id ?? undefined,
    anonymousId: row.anonymous_id ?? undefined, customerId: row.customer_id ?? undefined, body: row.body ?? undefined,
  };
}
