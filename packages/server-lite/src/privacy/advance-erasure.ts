import type { SubjectStore } from '../storage/subject-store.ts';
import type { ErasureRecord, ErasureRepository, StoreErasure } from './erasure-repository.ts';

export interface AdvanceDeps {
  readonly stores: readonly SubjectStore[];
  readonly repository: Pick<ErasureRepository, 'update'>;
  /** UTC milliseconds. */
  readonly now?: () => number;
  readonly storeFailed?: (name: string, error: unknown) => void;
}

/**
 * Asks every store that has yet to erase. Each step is noted before the next: a crash in between loses nothing of the proof.
 * Resolves with the proof so far; a store that is away is left waiting. @throws when a step cannot be noted
 */
export async function advanceErasure(record: ErasureRecord, deps: AdvanceDeps): Promise<ErasureRecord> {
  const { repository, now = Date.now } = deps;
  let current = record;
  for (const [place, store] of record.stores.entries()) {
    if (store.status === 'erased') continue;
    current = { ...current, stores: current.stores.with(place, await eraseFrom(store, current, deps)) };
    if (current.stores.every(({ status }) => status === 'erased')) current = { ...current, finishedMs: now(), pendingSubject: undefined };
    await repository.update(current);
  }
  return current;
}

async function eraseFrom(store: StoreErasure, { tenantId, pendingSubject = '' }: ErasureRecord, { stores, storeFailed }: AdvanceDeps): Promise<StoreErasure> {
  try {
    // A store of an older version of this server is gone, and what it kept with it.
    const records = await stores.find(({ name }) => name === store.name)?.eraseSubject(tenantId, pendingSubject);
    return { name: store.name, status: 'erased', records: records ?? 0 };
  } catch (error) {
    storeFailed?.(store.name, error);
    return store;
  }
}
