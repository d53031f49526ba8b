import type { SubjectStore } from '../../storage/subject-store.ts';

export interface MemorySubjects extends SubjectStore {
  /** Records by tenant and subject. */
  readonly records: Map<string, unknown[]>;
  /** While true every question fails. */
  isAway: boolean;
  keep(tenantId: string, subject: string, record: unknown): void;
}

/** A store of subjects that can be told to be away. */
export function createMemorySubjects(name: string): MemorySubjects {
  const records = new Map<string, unknown[]>();
  const keyOf = (tenantId: string, subject: string): string => JSON.stringify([tenantId, subject]);
  return {
    name,
    records,
    isAway: false,
    keep(tenantId, subject, record) {
      records.set(keyOf(tenantId, subject), [...(records.get(keyOf(tenantId, subject)) ?? []), record]);
    },
    async eraseSubject(tenantId, subject) {
      if (this.isAway) throw new Error(`${name} lost the row of ${subject}`);
      const count = records.get(keyOf(tenantId, subject))?.length ?? 0;
      records.delete(keyOf(tenantId, subject));
      return count;
    },
    async exportSubject(tenantId, subject) {
      if (this.isAway) throw new Error(`${name} lost the row of ${subject}`);
      return records.get(keyOf(tenantId, subject)) ?? [];
    },
  };
}
