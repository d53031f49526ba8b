import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { NewRow } from './queued-row.ts';

interface EventSchema extends DBSchema {
  /** Key: the place in the queue. */
  events: { key: number; value: NewRow };
  records: { key: string; value: unknown };
}

type Connection = IDBPDatabase<EventSchema>;
/** A transaction on both stores. */
export type EventTransaction = IDBPTransaction<EventSchema, ('events' | 'records')[], 'readwrite'>;

/** Item 0 makes version 1. Only append. */
const MIGRATIONS: readonly ((connection: Connection) => void)[] = [
  (connection) => {
    connection.createObjectStore('events', { autoIncrement: true });
    connection.createObjectStore('records');
  },
];

/** Some browsers never answer when storage is broken. */
const OPEN_LIMIT_MS = 3000;

/** The database of one site key on this origin; opened when it is first used. Its methods reject with a DOMException, or with a ReferenceError where there is no IndexedDB. */
export interface EventDatabase {
  /** Runs `task` in one transaction. Resolves after its commit. */
  readonly run: <T>(task: (transaction: EventTransaction) => Promise<T>) => Promise<T>;
  /** Lets go of the connection; the next use opens it again. */
  close(): void;
}

export function createEventDatabase(name: string, open: typeof openDB = openDB): EventDatabase {
  let connection: Promise<Connection> | undefined;
  const forget = (): void => { connection = undefined; };

  const connect = (): Promise<Connection> => {
    const opening = open<EventSchema>(name, MIGRATIONS.length, {
      upgrade: (opened, oldVersion) => MIGRATIONS.slice(oldVersion).forEach((migrate) => migrate(opened)),
      // Another page deletes or upgrades it: let it.
      blocking: (_current, _blocked, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    const inTime = within(opening);
    // Once late, nobody waits again until it is there; and who has let go of it by then does not get it back.
    inTime.catch(() => opening.then(
      (opened) => { if (connection === inTime) connection = opening; else opened.close(); },
      () => { if (connection === inTime) forget(); },
    ));
    return inTime;
  };

  return {
    async run(task) {
      const transaction = (await (connection ??= connect())).transaction(['events', 'records'], 'readwrite', { durability: 'relaxed' });
      // Handled first: a request that fails rejects both.
      const done = transaction.done;
      const [result] = await Promise.all([task(transaction), done]);
      return result;
    },
    close() {
      connection?.then((opened) => opened.close(), () => undefined);
      forget();
    },
  };
}

async function within<T>(task: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DOMException('no database', 'TimeoutError')), OPEN_LIMIT_MS);
  try {
    return await Promise.race([task, promise]);
  } finally {
    clearTimeout(timer);
  }
}
