import { type DBSchema, type IDBPDatabase, deleteDB, openDB } from 'idb';
import type { HistoryStore } from './history-store.ts';
import { parseMoments } from './moment.ts';

interface HistorySchema extends DBSchema {
  /** One record under {@link KEY}. */
  history: { key: string; value: unknown };
}

type Connection = IDBPDatabase<HistorySchema>;

const KEY = 'moments';
/** Some browsers never answer when storage is broken. */
const ANSWER_LIMIT_MS = 3000;

/** A {@link HistoryStore} in a database of its own, so that it can go as a whole; opened when it is first used. */
export function createHistoryStore(name: string): HistoryStore {
  let connection: Promise<Connection> | undefined;
  const close = (): void => {
    connection?.then((opened) => opened.close(), () => undefined);
    connection = undefined;
  };
  const connect = (): Promise<Connection> => openDB<HistorySchema>(name, 1, {
    upgrade: (opened) => void opened.createObjectStore('history'),
    // Another page deletes it: let it.
    blocking: close,
    terminated: () => { connection = undefined; },
  });
  const opened = (): Promise<Connection> => {
    connection ??= connect();
    connection.catch(() => { connection = undefined; });
    return connection;
  };

  return {
    read: () => within(async () => parseMoments(await (await opened()).get('history', KEY))).catch(() => []),
    update: (change) => within(async () => {
      const transaction = (await opened()).transaction('history', 'readwrite', { durability: 'relaxed' });
      const done = transaction.done;
      const write = async (): Promise<void> => void await transaction.store.put(change(parseMoments(await transaction.store.get(KEY))), KEY);
      // Handled first: a request that fails rejects both.
      await Promise.all([write(), done]);
    }).then(() => true, () => false),
    clear() {
      close();
      return within(() => deleteDB(name)).then(() => true, () => false);
    },
    close,
  };
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
