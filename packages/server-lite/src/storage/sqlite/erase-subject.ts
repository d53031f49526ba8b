import type { DatabaseSync } from 'node:sqlite';
import { firstIdAt } from '../events/event-month.ts';
import { idBytes } from '../events/event-columns.ts';
import { stretchStartMs } from '../events/stretch.ts';
import { storedString } from '../events/stored-string.ts';
import { subjectHash } from '../events/subject-hash.ts';
import { listMonths, monthTables, OTHER_TABLES, type EventTables } from './event-tables.ts';
import { inTransaction } from './in-transaction.ts';
import type { Prepare } from './prepare.ts';

/** Deletes a subject's events and refuses its later ones, in one transaction; nothing of them stays in the file or its log. @returns the number of deleted events. */
export function eraseSubject(database: DatabaseSync, prepare: Prepare, tenantId: string, subject: string, nowMs: number): number {
  const [tenant, given] = [storedString(tenantId), storedString(subject)];
  const deleted = inTransaction(database, () => {
    prepare('INSERT INTO erased_subjects (tenant_id, subject_hash, erased_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(tenant, subjectHash(tenant, given), nowMs);
    const tables = [...listMonths(prepare).map(monthTables), OTHER_TABLES];
    return tables.reduce((sum, these) => sum + eraseFrom(prepare, these, tenant, given), 0);
  });
  // Deleted rows were overwritten with zeros (`secure_delete`), but the log still has them.
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return deleted;
}

function eraseFrom(prepare: Prepare, { events, subjects }: EventTables, tenantId: string, subject: string): number {
  const stretches = prepare(`SELECT stretch FROM ${subjects} WHERE tenant_id = ? AND subject = ?`).all(tenantId, subject).map(({ stretch }) => Number(stretch));
  let deleted = 0;
  for (const stretch of stretches) {
    const [first, end] = [stretch, stretch + 1].map((one) => idBytes(firstIdAt(stretchStartMs(one))));
    const theirs = `FROM ${events} WHERE tenant_id = ? AND id >= ? AND id < ? AND (anonymous_id = ? OR customer_id = ?)`;
    const range = [tenantId, first ?? null, end ?? null, subject, subject];
    prepare(`DELETE FROM late_events WHERE tenant_id = ? AND id IN (SELECT id ${theirs})`).run(tenantId, ...range);
    const { changes } = prepare(`DELETE ${theirs}`).run(...range);
    deleted += Number(changes);
  }
  prepare(`DELETE FROM ${subjects} WHERE tenant_id = ? AND subject = ?`).run(tenantId, subject);
  return deleted;
}
