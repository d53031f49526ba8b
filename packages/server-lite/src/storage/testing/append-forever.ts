import { openSync, writeSync } from 'node:fs';
import { openSqlite } from '../open-sqlite.ts';
import { createSqliteEventLog } from '../sqlite-event-log.ts';
import { sampleEvent, SAMPLE_NOW_MS } from './sample-event.ts';

// A server's work without the server: appends events numbered from `first` until it is killed, and writes the numbers of those that were
// confirmed. Usage: append-forever.ts FILE FIRST ACKNOWLEDGEMENTS [PRAGMA]
const [file = '', first = '0', acknowledgements = '', pragma] = process.argv.slice(2);
const BATCH = 20;
const CALLERS = 16;

const startMs = performance.now();
const database = await openSqlite(file);
const openedInMs = performance.now() - startMs;
if (pragma !== undefined) await database.connections.writer.call({ type: 'query', sql: `PRAGMA ${pragma}`, parameters: [] });
const log = createSqliteEventLog(database, {}, () => SAMPLE_NOW_MS);
const output = openSync(acknowledgements, 'a');
writeSync(output, `ready ${openedInMs}\n`);
let next = Number(first);

async function appendForever(): Promise<never> {
  for (;;) {
    const from = next;
    next += BATCH;
    const outcome = await log.append(Array.from({ length: BATCH }, (_, index) => sampleEvent(from + index, { timeMs: SAMPLE_NOW_MS + from })));
    if (outcome.status !== 'stored') throw new Error(JSON.stringify(outcome));
    writeSync(output, `${from}\n`);
  }
}

await Promise.all(Array.from({ length: CALLERS }, appendForever));
