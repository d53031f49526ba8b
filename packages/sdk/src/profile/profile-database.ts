import type { SealedRecord } from './seal-record.ts';

const STORE = 'profile';
/** The only key of the only object store. */
const ENTRY = 'kept';

/** Item 0 makes version 1. Only append. */
const MIGRATIONS: readonly ((database: IDBDatabase) => void)[] = [
  (database) => void database.createObjectStore(STORE),
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
    put: (sealed) => use(openDatabase(name), (database) => change(database, (store) => store.put(sealed, ENTRY))),
    get: () => use(openExisting(name), (database) => promised(database.transaction(STORE).objectStore(STORE).get(ENTRY) as IDBRequest<unknown>)),
    async remove() {
      // The database can only go when no page has it open; its entry goes at once. Where that fails, the whole must go.
      const isEmpty = await use(openExisting(name), (database) => change(database, (store) => store.delete(ENTRY))).then(() => true, () => false);
      if (await deleteDatabase(name) === 'blocked' && !isEmpty) throw new DOMException('another page holds the profile open', 'InvalidStateError');
    },
  };
}

async function change(database: IDBDatabase, task: (store: IDBObjectStore) => IDBRequest): Promise<void> {
  // `strict`: what was said to be deleted shall not come back after a loss of power.
  const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(errorOf(transaction)));
  });
  await Promise.all([promised(task(transaction.objectStore(STORE))), done]);
}

async function use<T>(opening: Promise<IDBDatabase | undefined>, task: (database: IDBDatabase) => Promise<T>): Promise<T | undefined> {
  const database = await opening;
  try {
    return database && await task(database);
  } finally {
    database?.close();
  }
}

/** @param onMissing what to do with a database that is being made by this call. */
async function openDatabase(name: string, onMissing?: (upgrade: IDBOpenDBRequest) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, MIGRATIONS.length);
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    if (oldVersion === 0 && onMissing) onMissing(request);
    else for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(request.result);
  });
  const database = await promised(request);
  // Another page deletes or upgrades it: let it.
  database.addEventListener('versionchange', () => database.close());
  return database;
}

/** Who never agreed to anything shall not have a database, not even an empty one. */
async function openExisting(name: string): Promise<IDBDatabase | undefined> {
  let isMissing = false;
  try {
    return await openDatabase(name, ({ transaction }) => {
      isMissing = true;
      transaction?.abort();
    });
  } catch (error) {
    if (isMissing) return undefined;
    throw error;
  }
}

async function deleteDatabase(name: string): Promise<'deleted' | 'blocked'> {
  const request = indexedDB.deleteDatabase(name);
  const blocked = new Promise<'blocked'>((resolve) => { request.addEventListener('blocked', () => resolve('blocked')); });
  return Promise.race([promised(request).then(() => 'deleted' as const), blocked]);
}

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(errorOf(request)));
  });
}

const errorOf = ({ error }: IDBRequest | IDBTransaction): DOMException => error ?? new DOMException('aborted', 'AbortError');
