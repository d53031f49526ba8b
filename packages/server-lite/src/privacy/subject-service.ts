import { createHmac } from 'node:crypto';
import type { SubjectExport } from '@vua/models/contracts';
import type { SubjectStore } from '../storage/subject-store.ts';
import { advanceErasure } from './advance-erasure.ts';
import type { ErasureRecord, ErasureRepository } from './erasure-repository.ts';

export interface SubjectServiceOptions {
  /** All that keeps something of a subject. The one that refuses what may still come, the event log, first. */
  readonly stores: readonly SubjectStore[];
  readonly repository: ErasureRepository;
  /** UTC milliseconds. */
  readonly now?: () => number;
  /** Told of a store that could not erase, by its name. The error's message may quote data. */
  readonly storeFailed?: (name: string, error: unknown) => void;
}

export interface SubjectService {
  /**
   * Erases a subject from every store, as far as they answer; {@link finishRunning} does the rest. Resolves with the proof so far.
   * @throws when not even the wish could be noted: nothing was erased then.
   */
  erase(tenantId: string, subject: string): Promise<ErasureRecord>;
  findErasure(tenantId: string, id: string): Promise<ErasureRecord | undefined>;
  /** Asks the stores again that were away. For a job. */
  finishRunning(signal: AbortSignal): Promise<void>;
  /** @throws when a store is away: half an export would be a wrong one. */
  exportSubject(tenantId: string, subject: string): Promise<SubjectExport>;
}

/** Younger ones may still be under way in the request that asked for them. */
const LEAST_AGE_MS = 60_000;
const PAGE = 100;

export function createSubjectService(options: SubjectServiceOptions): SubjectService {
  const { stores, repository, now = Date.now } = options;
  const advance = (record: ErasureRecord): Promise<ErasureRecord> => advanceErasure(record, options);
  return {
    async erase(tenantId, subject) {
      const subjectHash = createHmac('sha256', await repository.readKey()).update(JSON.stringify([tenantId, subject])).digest('hex');
      const running = await repository.findRunning(tenantId, subjectHash);
      if (running !== undefined) return advance(running);
      const record: ErasureRecord = {
        id: crypto.randomUUID(), tenantId, subjectHash, requestedMs: now(), finishedMs: undefined, pendingSubject: subject,
        stores: stores.map(({ name }) => ({ name, status: 'waiting', records: 0 })),
      };
      await repository.insert(record);
      // What is noted will be done: from here on a fault only means later.
      return advance(record).catch(() => record);
    },
    findErasure: (tenantId, id) => repository.find(tenantId, id),
    async finishRunning(signal) {
      for (const record of await repository.listRunning(now() - LEAST_AGE_MS, PAGE)) {
        if (signal.aborted) return;
        await advance(record);
      }
    },
    async exportSubject(tenantId, subject) {
      const parts = await Promise.all(stores.map(async (store) => ({ name: store.name, records: [...(await store.exportSubject(tenantId, subject))] })));
      return { subject, exportedMs: now(), stores: parts };
    },
  };
}
