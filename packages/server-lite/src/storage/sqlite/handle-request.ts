import type { DatabaseSync } from 'node:sqlite';
import { appendEvents } from './append-events.ts';
import { dropMonths } from './drop-months.ts';
import { eraseSubject } from './erase-subject.ts';
import { createEventPlaces } from './event-places.ts';
import { createPrepare } from './prepare.ts';
import { readEvents } from './read-events.ts';
import { readLate } from './read-late.ts';
import { runQuery } from './run-query.ts';
import type { SqliteRequest } from './sqlite-messages.ts';

/** Does one request after the other on its connection. */
export function createHandler(database: DatabaseSync): (request: SqliteRequest) => unknown {
  const prepare = createPrepare(database);
  const places = createEventPlaces(prepare);
  return (request) => {
    switch (request.type) {
      case 'query': return runQuery(prepare, request);
      case 'append-events': return appendEvents({ database, prepare, places }, request.columns, request.nowMs);
      case 'read-events': return readEvents(database, prepare, request.query);
      case 'read-late': return readLate(database, prepare, request.query);
      case 'erase-subject':
        places.forget();
        return eraseSubject(database, prepare, request.tenantId, request.subject, request.nowMs);
      case 'drop-months':
        places.forget();
        return dropMonths(database, prepare, request.beforeMs);
      case 'rollback': return database.isTransaction ? database.exec('ROLLBACK') : undefined;
      case 'close': return database.close();
    }
  };
}
