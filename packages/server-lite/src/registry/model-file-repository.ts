/** Contents of files by their hash, each tenant's on its own. Every implementation passes `testing/describe-model-repository.ts`. */
export interface ModelFileRepository {
  /** Keeps the content; harmless when it is there. Resolves when a power cut loses nothing of it. @param sha256 of `bytes`, lower-case hexadecimal */
  put(tenantId: string, sha256: string, bytes: Uint8Array, nowMs: number): Promise<void>;
  /** Undefined where it is not there as a whole. What comes back was not checked against the hash. */
  read(tenantId: string, sha256: string): Promise<Uint8Array | undefined>;
  /** Deletes contents that no version names and nobody has put since `beforeMs`. Resolves with how many. */
  sweep(beforeMs: number): Promise<number>;
}
