import type { LoadedModel } from '@vua/models/contracts';

/** Files of the model that this device uses, by their hash. All of it may vanish at any time. Nothing here throws or rejects. */
export interface ModelCache {
  /** What was activated last, as it was kept; the caller checks it. */
  readActive(): Promise<unknown>;
  /** Remembers a version, and drops all files that it does not name. @returns false where the device keeps nothing. */
  activate(model: LoadedModel): Promise<boolean>;
  /** The caller compares the bytes with the hash. */
  readFile(sha256: string): Promise<Uint8Array | undefined>;
  /** @returns false where the device keeps nothing. */
  writeFile(sha256: string, bytes: Uint8Array): Promise<boolean>;
  /** Leaves no trace. @returns false where that failed. */
  clear(): Promise<boolean>;
  /** Lets go of the database; a later call opens it again. */
  close(): void;
}

/** A {@link ModelCache} that is gone with the page. */
export function createMemoryModelCache(): ModelCache {
  let active: LoadedModel | undefined;
  const files = new Map<string, Uint8Array>();
  return {
    readActive: async () => active,
    async activate(model) {
      active = structuredClone(model);
      const named = new Set(model.files.map(({ sha256 }) => sha256));
      for (const sha256 of files.keys()) if (!named.has(sha256)) files.delete(sha256);
      return true;
    },
    readFile: async (sha256) => files.get(sha256)?.slice(),
    async writeFile(sha256, bytes) {
      files.set(sha256, bytes.slice());
      return true;
    },
    async clear() {
      active = undefined;
      files.clear();
      return true;
    },
    close: () => undefined,
  };
}
