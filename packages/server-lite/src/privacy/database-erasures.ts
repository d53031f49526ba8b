import { randomBytes } from 'node:crypto';
import type { Database } from '../storage/database.ts';
import type { ErasureRow } from '../storage/tables/privacy-tables.ts';
import type { ErasureRecord, ErasureRepository, StoreErasure } from './erasure-repository.ts';

/** Proofs in the database. */
export function createErasures({ query }: Database): ErasureRepository {
  return {
    async readKey() {
      // Whoever is first makes it; all processes then read the same.
      await query.insertInto('erasure_key').values({ id: 1, secret: randomBytes(32).toString('base64url') }).onConflict((conflict) => conflict.doNothing()).execute();
      const { secret } = await query.selectFrom('erasure_key').select('secret').executeTakeFirstOrThrow();
      return Buffer.from(secret, 'base64url');
    },
    async insert(record) {
      await query.insertInto('erasure').values(toRow(record)).execute();
    },
    async update(record) {
      const { id, ...changes } = toRow(record);
      await query.updateTable('erasure').set(changes).where('id', '=', id).execute();
    },
    async find(tenantId, id) {
      const row = await query.selectFrom('erasure').selectAll().where('id', '=', id).where('tenant_id', '=', tenantId).executeTakeFirst();
      return row && toRecord(row);
    },
    async findRunning(tenantId, subjectHash) {
      const row = await query.selectFrom('erasure').selectAll().where('tenant_id', '=', tenantId).where('subject_hash', '=', subjectHash)
        .where('finished_ms', 'is', null).executeTakeFirst();
      return row && toRecord(row);
    },
    async listRunning(beforeMs, limit) {
      const rows = await query.selectFrom('erasure').selectAll().where('finished_ms', 'is', null).where('requested_ms', '<', beforeMs)
        .orderBy('requested_ms').limit(limit).execute();
      return rows.map(toRecord);
    },
  };
}

function toRow({ id, tenantId, subjectHash, requestedMs, finishedMs, pendingSubject, stores }: ErasureRecord): ErasureRow {
  return {
    id, tenant_id: tenantId, subject_hash: subjectHash, requested_ms: requestedMs, finished_ms: finishedMs ?? null,
    pending_subject: pendingSubject ?? null, stores: JSON.stringify(stores),
  };
}

function toRecord(row: ErasureRow): ErasureRecord {
  return {
    id: row.id, tenantId: row.tenant_id, subjectHash: row.subject_hash, requestedMs: row.requested_ms, finishedMs: row.finished_ms ?? undefined,
    pendingSubject: row.pending_subject ?? undefined, stores: JSON.parse(row.stores) as readonly StoreErasure[],
  };
}
