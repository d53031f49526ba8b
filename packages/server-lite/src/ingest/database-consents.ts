import type { ConsentRecord } from '@vua/models/contracts';
import type { Database } from '../storage/database.ts';
import type { ConsentRow } from '../storage/tables/ingest-tables.ts';
import type { ConsentRepository, StoredConsent } from './consent-repository.ts';

/** In SQLite or PostgreSQL. The caller opens and closes the database. */
export function createDatabaseConsents({ query }: Database): ConsentRepository {
  return {
    name: 'consents',
    add: async (records) => void (await query.insertInto('consent_record').values(records.map(toRow)).onConflict((conflict) => conflict.doNothing()).execute()),
    dropBefore: async (timeMs) => Number((await query.deleteFrom('consent_record').where('received_ms', '<', timeMs).executeTakeFirst()).numDeletedRows),
    eraseSubject: async (tenantId, subject) => Number((await query.deleteFrom('consent_record')
      .where('tenant_id', '=', tenantId).where('anonymous_id', '=', subject).executeTakeFirst()).numDeletedRows),
    exportSubject: async (tenantId, subject) => (await query.selectFrom('consent_record').selectAll()
      .where('tenant_id', '=', tenantId).where('anonymous_id', '=', subject).orderBy('id').execute()).map(fromRow),
  };
}

function toRow({ tenantId, id, receivedMs, anonymousId, timeMs, choices, textVersion, source }: StoredConsent): ConsentRow {
  return { tenant_id: tenantId, id, received_ms: receivedMs, anonymous_id: anonymousId, time_ms: timeMs, ...choices, text_version: textVersion, source };
}

function fromRow(row: ConsentRow): StoredConsent {
  const { analytics, personalization, statistics } = row;
  return {
    tenantId: row.tenant_id, id: row.id, receivedMs: row.received_ms, anonymousId: row.anonymous_id, timeMs: row.time_ms,
    choices: { analytics, personalization, statistics } as ConsentRecord['choices'], textVersion: row.text_version, source: row.source as ConsentRecord['source'],
  };
}
