import { QUARANTINE_LIMIT, type QuarantineRepository, type RejectedEvent } from './quarantine-repository.ts';

/** In memory; goes with the process. */
export function createMemoryQuarantine(limit: number = QUARANTINE_LIMIT): QuarantineRepository {
  let rows: readonly RejectedEvent[] = [];
  const isOf = (row: RejectedEvent, tenantId: string, subject: string): boolean =>
    row.tenantId === tenantId && (row.anonymousId === subject || row.customerId === subject || (row.body?.includes(subject) ?? false));
  const keep = (kept: (row: RejectedEvent) => boolean): number => {
    const before = rows.length;
    rows = rows.filter(kept);
    return before - rows.length;
  };
  return {
    name: 'quarantine',
    add: async (events) => {
      const newest = [...rows, ...events].toSorted((a, b) => (a.id < b.id ? 1 : -1));
      const counts = new Map<string, number>();
      rows = newest.filter(({ tenantId }) => {
        const count = (counts.get(tenantId) ?? 0) + 1;
        counts.set(tenantId, count);
        return count <= limit;
      });
    },
    read: async ({ tenantId, beforeId, limit: most }) =>
      rows.filter((row) => row.tenantId === tenantId && (beforeId === undefined || row.id < beforeId)).slice(0, most),
    dropBefore: async (timeMs) => keep((row) => row.receivedMs >= timeMs),
    eraseSubject: async (tenantId, subject) => keep((row) => !isOf(row, tenantId, subject)),
    exportSubject: async (tenantId, subject) => rows.filter((row) => isOf(row, tenantId, subject)),
  };
}
