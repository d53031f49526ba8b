/** An erasure and how far it came. */
export interface ErasureRecord {
  /** UUID version 4. */
  readonly id: string;
  readonly tenantId: string;
  /** 64 hexadecimal digits. */
  readonly subjectHash: string;
  /** UTC milliseconds. */
  readonly requestedMs: number;
  /** UTC milliseconds; `undefined` exactly while {@link pendingSubject} is there. */
  readonly finishedMs: number | undefined;
  /** The subject, as long as a store has yet to erase it. */
  readonly pendingSubject: string | undefined;
  readonly stores: readonly StoreErasure[];
}

export interface StoreErasure {
  readonly name: string;
  readonly status: 'erased' | 'waiting';
  readonly records: number;
}

/** Proofs of erasure. Every implementation passes `testing/describe-erasure-repository.ts`. */
export interface ErasureRepository {
  /** Key of the hashes: 32 random bytes, made once. */
  readKey(): Promise<Uint8Array>;
  insert(record: ErasureRecord): Promise<void>;
  /** Writes what {@link insert} wrote anew. */
  update(record: ErasureRecord): Promise<void>;
  find(tenantId: string, id: string): Promise<ErasureRecord | undefined>;
  /** The unfinished one of a subject. */
  findRunning(tenantId: string, subjectHash: string): Promise<ErasureRecord | undefined>;
  /** Unfinished ones of all tenants that were asked for before this time, oldest first. */
  listRunning(beforeMs: number, limit: number): Promise<readonly ErasureRecord[]>;
}
