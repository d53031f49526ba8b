import { Worker } from 'node:worker_threads';
import { keepWasmWrappers } from './keep-wasm-wrappers.ts';
import type { FromSqliteWorker, SqliteRequest, SqliteWorkerData } from './sqlite-messages.ts';
import { goneError, toStorageError } from './to-storage-error.ts';

/** A SQLite connection in a worker thread; it does one request after the other. */
export interface SqliteConnection {
  /** Rejects with a `StorageUnavailable` where that passes by itself or the worker is gone, else with a `SqliteError`. The caller knows which answer belongs to the request. */
  call(request: SqliteRequest, transfer?: readonly ArrayBuffer[]): Promise<unknown>;
  /** Safe to call twice. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the worker and opens the file in it. @throws when the file cannot be opened; the message names it. */
export async function startSqliteConnection(data: SqliteWorkerData): Promise<SqliteConnection> {
  keepWasmWrappers();
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: data });
  const exited = new Promise<void>((resolve) => { worker.once('exit', () => resolve()); });
  const waiting = new Map<number, Waiting>();
  let gone: Error | undefined;
  let lastId = 0;
  const fail = (error: Error): void => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  worker.on('message', (message: FromSqliteWorker) => {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) asked?.resolve(message.value);
    else asked?.reject(toStorageError(message.failure));
  });
  worker.on('error', (cause) => fail(goneError('The database thread failed', { cause })));
  worker.on('exit', () => fail(goneError('The database is closed')));
  const wait = (id: number): Promise<unknown> => new Promise((resolve, reject) => { waiting.set(id, { resolve, reject }); });
  const call = (request: SqliteRequest, transfer: readonly ArrayBuffer[] = []): Promise<unknown> => {
    if (gone !== undefined) return Promise.reject(gone);
    lastId += 1;
    worker.postMessage({ ...request, id: lastId }, transfer);
    return wait(lastId);
  };
  await wait(0);
  return {
    call,
    close: async () => {
      if (gone === undefined) await call({ type: 'close' }).catch(() => undefined);
      gone ??= goneError('The database is closed');
      await exited;
    },
  };
}
