import type { ConsentRepository, StoredConsent } from './consent-repository.ts';

/** In memory; goes with the process. */
export function createMemoryConsents(): ConsentRepository {
  const rows = new Map<string, StoredConsent>();
  const drop = (isDropped: (row: StoredConsent) => boolean): number => {
    const dropped = [...rows].filter(([, row]) => isDropped(row));
    for (const [key] of dropped) rows.delete(key);
    return dropped.length;
  };
  return {
    name: 'consents',
    add: async (records) => {
      for (const record of records) {
        const key = `${record.tenantId} ${record.id}`;
        if (!rows.has(key)) rows.set(key, record);
      }
    },
    dropBefore: async (timeMs) => drop((row) => row.receivedMs < timeMs),
    eraseSubject: async (tenantId, subject) => drop((row) => row.tenantId === tenantId && row.anonymousId === subject),
    exportSubject: async (tenantId, subject) => [...rows.values()].filter((row) => row.tenantId === tenantId && row.anonymousId === subject),
  };
}
