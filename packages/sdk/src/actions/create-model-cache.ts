import type { LoadedModel } from '@vua/models/contracts';
import { type DBSchema, type IDBPDatabase, deleteDB, openDB } from 'idb';
import type { ModelCache } from './model-cache.ts';

interface CacheSchema extends DBSchema {
  /** Bytes by SHA-256. */
  files: { key: string; value: Uint8Array };
  /** One record under {@link ACTIVE}. */
  versions: { key: string; value: unknown };
}

type Connection = IDBPDatabase<CacheSchema>;

const ACTIVE = 'active';
/** Some browsers never answer when storage is broken. */
const ANSWER_LIMIT_MS = 3000;

/** A {@link ModelCache} in a database of its own; opened when it is first used. */
export function createModelCache(name: string): ModelCache {
  let connection: Promise<Connection> | undefined;
  const close = (): void => {
    connection?.then((opened) => opened.close(), () => undefined);
    connection = undefined;
  };
  const opened = (): Promise<Connection> => {
    connection ??= openDB<CacheSchema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('files');
        database.createObjectStore('versions');
      },
      // Another page deletes it: let it.
      blocking: close,
      terminated: () => { connection = undefined; },
    });
    connection.catch(() => { connection = undefined; });
    return connection;
  };

  return {
    readActive: () => within(async () => (await opened()).get('versions', ACTIVE)).catch(() => undefined),
    activate: (model) => within(async () => replaceActive(await opened(), model)).then(() => true, () => false),
    readFile: (sha256) => within(async () => (await opened()).get('files', sha256)).catch(() => undefined),
    writeFile: (sha256, bytes) => within(async () => (await opened()).put('files', bytes, sha256)).then(() => true, () => false),
    clear() {
      close();
      return within(() => deleteDB(name)).then(() => true, () => false);
    },
    close,
  };
}

/** The new record, and no file that it does not name, in one transaction. */
async function replaceActive(database: Connection, model: LoadedModel): Promise<void> {
  const transaction = database.transaction(['files', 'versions'], 'readwrite');
  const files = transaction.objectStore('files');
  const named = new Set(model.files.map(({ sha256 }) => sha256));
  const write = async (): Promise<void> => {
    const unnamed = (await files.getAllKeys()).filter((sha256) => !named.has(sha256));
    await Promise.all([transaction.objectStore('versions').put(model, ACTIVE), ...unnamed.map((sha256) => files.delete(sha256))]);
  };
  // Both handled: a request that fails rejects both.
  await Promise.all([write(), transaction.done]);
}

async function within<T>(task: () => Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DOMException('the database does not answer', 'TimeoutError')), ANSWER_LIMIT_MS);
  try {
    return await Promise.race([task(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
