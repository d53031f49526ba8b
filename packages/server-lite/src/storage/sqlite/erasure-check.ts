import { subjectHash } from '../events/subject-hash.ts';
import type { EventFields } from './event-checksum.ts';
import type { Prepare } from './prepare.ts';

/** Tells, within one transaction, whether the subject of an event was erased. */
export function createErasureCheck(prepare: Prepare): (fields: EventFields) => boolean {
  if (prepare('SELECT 1 FROM erased_subjects LIMIT 1').get() === undefined) return () => false;
  const find = prepare('SELECT 1 FROM erased_subjects WHERE tenant_id = ? AND subject_hash = ?');
  const known = new Map<string, boolean>();
  const isErased = (tenantId: string, subject: string): boolean => {
    const key = `${tenantId}\n${subject}`;
    const found = known.get(key) ?? find.get(tenantId, subjectHash(tenantId, subject)) !== undefined;
    known.set(key, found);
    return found;
  };
  return ([tenantId, , , anonymousId, customerId]) => isErased(tenantId, anonymousId) || (customerId !== null && isErased(tenantId, customerId));
}
