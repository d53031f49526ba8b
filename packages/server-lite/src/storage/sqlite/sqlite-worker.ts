import { parentPort, workerData } from 'node:worker_threads';
import { createHandler } from './handle-request.ts';
import { openFile } from './open-file.ts';
import { failureOf } from './sqlite-error.ts';
import type { FromSqliteWorker, SqliteWorkerData, ToSqliteWorker } from './sqlite-messages.ts';

// One SQLite connection in a thread of its own, so that a commit's wait for the disk holds up no request.
const port = parentPort;
if (port === null) throw new Error('sqlite-worker runs as a worker thread');
const send = (message: FromSqliteWorker): void => port.postMessage(message);

try {
  const database = openFile(workerData as SqliteWorkerData);
  const handle = createHandler(database);
  port.on('message', (message: ToSqliteWorker) => {
    try {
      send({ id: message.id, ok: true, value: handle(message) });
    } catch (error) {
      send({ id: message.id, ok: false, failure: failureOf(error) });
    }
    if (message.type === 'close') port.close();
  });
  send({ id: 0, ok: true, value: undefined });
} catch (error) {
  send({ id: 0, ok: false, failure: failureOf(error) });
  port.close();
}
