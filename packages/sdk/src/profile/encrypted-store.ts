import { type ProfileDatabase, createProfileDatabase } from './profile-database.ts';
import type { ProfileStore, StoredRecord } from './profile-store.ts';
import { openSealed, sealRecord } from './seal-record.ts';
import { within } from './within.ts';

export interface EncryptedStoreOptions {
  /** Public key of the shop, part of what is authenticated; empty where there is none. */
  readonly siteKey: string;
  readonly database?: ProfileDatabase;
  /** How long storage may take; some browsers never answer. @default 2000 */
  readonly limitMs?: number;
}

/** Name of the database, and of the signal between tabs. */
export const databaseName = (siteKey: string): string => `vua-profile/${siteKey}`;

/** Keeps the record in IndexedDB, encrypted, with the key that no script can export beside it. */
export function createEncryptedStore({ siteKey, database = createProfileDatabase(databaseName(siteKey)), limitMs = 2000 }: EncryptedStoreOptions): ProfileStore {
  const read = async (): Promise<StoredRecord> => {
    const given = await database.get();
    if (given === undefined) return { status: 'none' };
    const opened = await openSealed(given, siteKey);
    return typeof opened === 'string' ? { status: 'unreadable', reason: opened } : { status: 'found', record: opened };
  };
  return {
    lasts: 'device',
    write: (record) => succeeds(within(limitMs, sealRecord(record, siteKey).then((sealed) => database.put(sealed)))),
    read: () => within(limitMs, read()).catch(faultOf),
    clear: () => succeeds(within(limitMs, database.remove())),
  };
}

const succeeds = (task: Promise<unknown>): Promise<boolean> => task.then(() => true, () => false);

// A database without our store, or a value that the browser can no longer read.
const DAMAGE: readonly unknown[] = ['NotFoundError', 'NotReadableError', 'DataError'];

function faultOf(error: unknown): StoredRecord {
  const name = error instanceof Error ? error.name : undefined;
  if (name === 'VersionError') return { status: 'unreadable', reason: 'newer' };
  return DAMAGE.includes(name) ? { status: 'unreadable', reason: 'damaged' } : { status: 'unreachable' };
}
