import { toSdkError } from '../sdk-error.ts';
import type { AssetSources } from './load-asset.ts';

/** Writes files into the cache once they are in use: that takes as long as fetching them, and the shopper need not wait for it. */
export interface WriteBehind {
  readonly later: NonNullable<AssetSources['later']>;
  /** Loads, and then writes. What was fetched before a failure is written first, unless memory is short: the worker may end with it. */
  readonly afterLoading: <T>(load: () => Promise<T>) => Promise<T>;
}

export function createWriteBehind(): WriteBehind {
  const unwritten: (() => Promise<unknown>)[] = [];
  const writeAll = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- handing a file over copies it at once: one at a time lets frames between
    for (const write of unwritten.splice(0)) await write();
  };
  return {
    later: (write) => void unwritten.push(write),
    async afterLoading(load) {
      try {
        const loaded = await load();
        // A task of its own: the copies would hold up the answer.
        setTimeout(() => void writeAll());
        return loaded;
      } catch (error) {
        if (toSdkError(error).code !== 'out-of-memory') await writeAll();
        throw error;
      }
    },
  };
}
