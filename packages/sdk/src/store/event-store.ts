import type { NewRow, QueuedRow, RowLimits } from './queued-row.ts';

/** `device`: committed, outlives the page. `page`: in memory, because the device keeps nothing. */
export interface AddOutcome {
  readonly lasts: 'device' | 'page';
  readonly rows: readonly QueuedRow[];
}

/** Events on their way to the server, in the order in which they happened. Nothing here throws or rejects. */
export interface EventStore {
  /** Resolves after the commit. Calls that overlap keep their order. */
  add(rows: readonly NewRow[]): Promise<AddOutcome>;
  /** The oldest rows. */
  peek(limits: RowLimits): Promise<readonly QueuedRow[]>;
  /** @returns false where the device could not delete them now. */
  remove(rows: readonly QueuedRow[]): Promise<boolean>;
  /** Deletes all events and all records. */
  clear(): Promise<boolean>;
  readonly records: DeviceRecords;
  /** Lets go of the database; a later call opens it again. */
  close(): void;
}

/** Small values that the pages of a shop share on this device. */
export interface DeviceRecords {
  /** Replaces a value in one step among all pages. @returns the new value; undefined where the device keeps nothing. */
  update<T>(key: string, change: (old: unknown) => T): Promise<T | undefined>;
}

/** How many events were lost: `full`: pushed out by newer ones, `old`: waited too long. */
export type DropCounts = Readonly<Record<'full' | 'old', number>>;
