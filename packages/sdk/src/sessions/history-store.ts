import type { Moment } from './moment.ts';

/** The moments that outlive a page, shared by the shop's pages on this device. Nothing here throws or rejects. */
export interface HistoryStore {
  /** None where the device keeps nothing. */
  read(): Promise<readonly Moment[]>;
  /** Replaces them in one step among all pages. @returns false where the device keeps nothing. */
  update(change: (old: readonly Moment[]) => readonly Moment[]): Promise<boolean>;
  /** Leaves no trace. @returns false where that failed. */
  clear(): Promise<boolean>;
  /** Lets go of the database; a later call opens it again. */
  close(): void;
}

/** A {@link HistoryStore} that is gone with the page. */
export function createMemoryHistoryStore(): HistoryStore {
  let moments: readonly Moment[] = [];
  return {
    read: async () => moments,
    async update(change) {
      moments = change(moments);
      return true;
    },
    async clear() {
      moments = [];
      return true;
    },
    close: () => undefined,
  };
}
