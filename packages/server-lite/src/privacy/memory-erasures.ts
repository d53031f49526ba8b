import { randomBytes } from 'node:crypto';
import type { ErasureRecord, ErasureRepository } from './erasure-repository.ts';

/** Proofs that live as long as the process. */
export function createMemoryErasures(): ErasureRepository {
  const key = randomBytes(32);
  const records = new Map<string, ErasureRecord>();
  const running = (): ErasureRecord[] => [...records.values()].filter(({ finishedMs }) => finishedMs === undefined);
  return {
    readKey: async () => key,
    insert: async (record) => void records.set(record.id, record),
    update: async (record) => void records.set(record.id, record),
    find: async (tenantId, id) => {
      const record = records.get(id);
      return record?.tenantId === tenantId ? record : undefined;
    },
    findRunning: async (tenantId, subjectHash) => running().find((record) => record.tenantId === tenantId && record.subjectHash === subjectHash),
    listRunning: async (beforeMs, limit) => running().filter(({ requestedMs }) => requestedMs < beforeMs)
      .sort((one, other) => one.requestedMs - other.requestedMs).slice(0, limit),
  };
}
