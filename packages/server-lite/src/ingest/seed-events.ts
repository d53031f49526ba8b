import type { AppendOutcome, EventLog, StoredEvent } from '../storage/event-log.ts';
import { readRecordedLine, type RecordedLine } from './read-recorded-line.ts';
import { toStoredEvent } from './to-stored-event.ts';

/** Events that are appended at once. */
const BATCH = 500;
/** Wrong lines that are named; the others are counted. */
const NAMED_LINES = 5;

export interface WrongLine {
  /** From 1. */
  readonly line: number;
  readonly code: 'no-json' | Extract<RecordedLine, { status: 'rejected' }>['code'];
  /** JSON pointer to what is wrong. */
  readonly path?: string;
}

export type SeedOutcome =
  /** The tenant has events already; nothing was read. */
  | { readonly status: 'left-alone' }
  /** `wrong`: lines that were passed over, of which `firstWrong` names up to five. */
  | { readonly status: 'seeded'; readonly events: number; readonly wrong: number; readonly firstWrong: readonly WrongLine[] }
  /** The log stopped taking events; `events` of them are kept, and a tenant that has some is not filled again. */
  | { readonly status: 'unavailable'; readonly events: number; readonly reason: Extract<AppendOutcome, { status: 'unavailable' }>['reason'] };

export interface SeedDeps {
  readonly log: Pick<EventLog, 'append' | 'read'>;
  readonly tenantId: string;
  /** UTC milliseconds. @default the machine's clock */
  readonly now?: () => number;
}

/**
 * Fills the empty event log of one tenant from the lines of an export (NDJSON, a `RecordedEvent` each); a log that has events is left alone.
 * @param openLines called only where the log is empty. Rejects as the lines do
 */
export async function seedEvents(openLines: () => AsyncIterable<string>, { log, tenantId, now = Date.now }: SeedDeps): Promise<SeedOutcome> {
  const present = await log.read({ tenantId, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 1 });
  if (present.length > 0) return { status: 'left-alone' };
  let [events, wrong] = [0, 0];
  const firstWrong: WrongLine[] = [];
  const pass = (line: WrongLine): void => {
    wrong += 1;
    if (wrong <= NAMED_LINES) firstWrong.push(line);
  };
  for await (const batch of inBatches(readEvents(openLines(), tenantId, now(), pass))) {
    const outcome = await log.append(batch);
    if (outcome.status === 'unavailable') return { status: 'unavailable', events, reason: outcome.reason };
    events += batch.length - outcome.erasedIds.length;
  }
  return { status: 'seeded', events, wrong, firstWrong };
}

async function* readEvents(lines: AsyncIterable<string>, tenantId: string, nowMs: number, pass: (line: WrongLine) => void): AsyncGenerator<StoredEvent> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const reading = readRecordedLine(text);
    if (reading.status === 'read') yield toStoredEvent(reading.event, { tenantId, receivedMs: Math.min(reading.receivedMs, nowMs), errorMs: 0 });
    else pass(nameLine(line, reading));
  }
}

async function* inBatches(events: AsyncIterable<StoredEvent>): AsyncGenerator<readonly StoredEvent[]> {
  let batch: StoredEvent[] = [];
  for await (const event of events) {
    batch.push(event);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function nameLine(line: number, reading: Exclude<RecordedLine, { status: 'read' }>): WrongLine {
  return reading.status === 'no-json' ? { line, code: 'no-json' } : { line, code: reading.code, ...(reading.path === undefined ? {} : { path: reading.path }) };
}
