import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, deleteDB, openDB } from 'idb';
import type { SealedRecord } from './seal-record.ts';

/** The only key of the only object store. */
const ENTRY = 'kept';

interface ProfileSchema extends DBSchema {
  profile: { key: typeof ENTRY; value: SealedRecord };
}

type Connection = IDBPDatabase<ProfileSchema>;
type WritableStore = IDBPObjectStore<ProfileSchema, ['profile'], 'profile', 'readwrite'>;
type UpgradeTransaction = IDBPTransaction<ProfileSchema, 'profile'[], 'versionchange'>;

/** Item 0 makes version 1. Only append. */
const MIGRATIONS: readonly ((connection: Connection) => void)[] = [
  (connection) => void connection.createObjectStore('profile'),
];

/** The database of one site key on this origin. Each call opens it and closes it again, so that no page keeps another from deleting it. */
export interface ProfileDatabase {
  put(sealed: SealedRecord): Promise<void>;
  /** What is there, whatever it is, or undefined. */
  get(): Promise<unknown>;
  /** Deletes the entry, then the whole database. */
  remove(): Promise<void>;
}

/** All its methods reject with a DOMException, or with a ReferenceError where there is no IndexedDB. */
export function createProfileDatabase(name: string): ProfileDatabase {
  return {
    put: (sealed) => use(openDatabase(name), (connection) => change(connection, (store) => store.put(sealed, ENTRY))),
    get: () => use(openExisting(name), (connection) => connection.get('profile', ENTRY)),
    async remove() {
      // The database can only go when no page has it open; its entry goes at once. Where that fails, the whole must go.
      const isEmpty = await use(openExisting(name), (connection) => change(connection, (store) => store.delete(ENTRY))).then(() => true, () => false);
      if (await deleteDatabase(name) === 'blocked' && !isEmpty) throw new DOMException('another page holds the profile open', 'InvalidStateError');
    },
  };
}

async function change(connection: Connection, task: (store: WritableStore) => Promise<unknown>): Promise<void> {
  // `strict`: what was said to be deleted shall not come back after a loss of power.
  const { store, done } = connection.transaction('profile', 'readwrite', { durability: 'strict' });
  await Promise.all([task(store), done]);
}

async function use<T>(opening: Promise<Connection | undefined>, task: (connection: Connection) => Promise<T>): Promise<T | undefined> {
  const connection = await opening;
  try {
    return connection && await task(connection);
  } finally {
    connection?.close();
  }
}

/** @param onMissing what to do with a database that is being made by this call. */
function openDatabase(name: string, onMissing?: (transaction: UpgradeTransaction) => void): Promise<Connection> {
  return openDB<ProfileSchema>(name, MIGRATIONS.length, {
    upgrade(connection, oldVersion, _newVersion, transaction) {
      if (oldVersion === 0 && onMissing) onMissing(transaction);
      else for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(connection);
    },
    // Another page deletes or upgrades it: let it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Who never agreed to anything shall not have a database, not even an empty one. */
async function openExisting(name: string): Promise<Connection | undefined> {
  let isMissing = false;
  try {
    return await openDatabase(name, (transaction) => {
      isMissing = true;
      transaction.done.catch(() => undefined);
      transaction.abort();
    });
  } catch (error) {
    if (isMissing) return undefined;
    throw error;
  }
}

function deleteDatabase(name: string): Promise<'deleted' | 'blocked'> {
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => resolve('blocked') }).then(() => resolve('deleted'), reject);
  });
}
