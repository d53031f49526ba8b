import type { VuaEvent } from '@vua/models/contracts';
import { type EventStore, type QueuedRow, type UnsentHead, createUnsentHead, rowOf } from '../store/index.ts';
import { type SettledRows, createEventDrain, readNames } from './create-event-drain.ts';
import { createFarewell } from './create-farewell.ts';
import { type LaneResult, createLane } from './create-lane.ts';
import { type RecordOutbox, createRecordDrain } from './create-record-drain.ts';
import { type Post, createTransport } from './create-transport.ts';
import { createWriterLock } from './create-writer-lock.ts';
import { createHandOver } from './hand-over.ts';
import { type Answer, judgeAnswer } from './judge-answer.ts';
import { keepPause } from './keep-pause.ts';
import { watchPage } from './watch-page.ts';

export interface DeliveryDeps {
  readonly siteKey: string;
  /** Ends with a slash. */
  readonly apiUrl: URL;
  readonly store: EventStore;
  readonly outbox: RecordOutbox;
  /** Whether events may leave now. */
  readonly maySend: () => boolean;
  readonly fetch: typeof globalThis.fetch;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  /** How long an event waits for company. */
  readonly maxWaitMs: number;
  /** Called when the page goes: hurries what is on its way to `keep`. */
  readonly beforeLeave: () => Promise<void>;
  /** Told of events that the server will never have, by reason. */
  readonly onLost: (counts: Readonly<Record<string, number>>) => void;
}

/** The way of events from this page to the server. Nothing here throws or rejects. */
export interface Delivery {
  /** Resolves after the commit: until when they last. */
  keep(events: readonly VuaEvent[]): Promise<'device' | 'page'>;
  /** Events may leave: sends what earlier pages left. */
  resume(): void;
  /** Events may no longer leave: deletes them, and ends what is under way. */
  withdraw(): Promise<unknown>;
  /** Sends consent records. */
  prove(): void;
  flush(): Promise<LaneResult>;
  close(): void;
}

/** So many events are worth a request at once. */
const MUCH = 100;
/** More than the last request of a page holds. */
const HEAD = { events: 201, bytes: 128_000 } as const;

export function createDelivery(deps: DeliveryDeps): Delivery {
  const { store, outbox, now, random, maxWaitMs, onLost } = deps;
  const line: Line = { head: createUnsentHead(), post: createTransport(deps), allowed: new AbortController(), unasked: 0 };
  const { head } = line;
  const onSettled = ({ rows, refused }: SettledRows): void => {
    head.remove(rows);
    onLost(refused);
  };
  const events = createLane({ run: eventRun(deps, line, onSettled), waitMs: maxWaitMs, now, random });
  const records = createLane({ run: createRecordDrain(outbox, line.post), waitMs: maxWaitMs, now, random });
  const stopWatching = watchForEnds(deps, line, onSettled, () => [events, records].forEach((lane) => lane.hurry()));
  if (outbox.list().length > 0) records.nudge();

  return {
    async keep(given) {
      const lasts = await keepRows(deps, line, given);
      events.nudge(line.unasked >= MUCH);
      return lasts;
    },
    resume() {
      void store.peek(HEAD).then((rows) => {
        head.load(rows, rows.length < HEAD.events);
        if (rows.length > 0) events.nudge();
      });
    },
    withdraw() {
      line.allowed.abort();
      line.allowed = new AbortController();
      head.clear();
      return store.clear();
    },
    prove: () => records.hurry(),
    async flush() {
      const [result, proofs] = await Promise.all([events.flush(), records.flush()]);
      return result.status === 'empty' ? proofs : result;
    },
    close() {
      stopWatching();
      events.stop();
      records.stop();
      store.close();
    },
  };
}

/** What the ways to the server share. */
interface Line {
  readonly head: UnsentHead;
  readonly post: Post;
  /** Aborted when consent is taken back. */
  allowed: AbortController;
  /** Events since the last request. */
  unasked: number;
}

async function keepRows({ store, maySend }: DeliveryDeps, line: Line, given: readonly VuaEvent[]): Promise<'device' | 'page'> {
  const rows = given.map((event) => rowOf(event.id, event.timeMs, event));
  // Before the commit: a page that goes now still sends them.
  line.head.push(rows);
  const outcome = await store.add(rows);
  if (maySend()) line.head.push(outcome.rows);
  line.unasked += rows.length;
  return outcome.lasts;
}

type OnSettled = (settled: SettledRows) => void;

/** Sends what waits while no other page of the shop does. */
function eventRun({ siteKey, store, maySend, now, newId }: DeliveryDeps, line: Line, onSettled: OnSettled): () => Promise<LaneResult> {
  const { head, post } = line;
  const lock = createWriterLock({ name: `vua-sync-${siteKey}`, records: store.records, newId, now });
  const drain = createEventDrain({ store, post, maySend, now, onSettled, signal: () => line.allowed.signal });
  const run = async (): Promise<LaneResult> => {
    line.unasked = 0;
    const result = await lock(drain);
    if (result === 'busy') return { status: 'retry' };
    if (result.status === 'empty') head.load([], true);
    return result;
  };
  const patientRun = keepPause(run, store.records, now);
  // Asked first: who did not agree gets no database.
  return async () => (maySend() ? patientRun() : { status: 'empty' });
}

/** Sends what fits when the page goes. @returns how to stop. */
function watchForEnds(deps: DeliveryDeps, { head, post }: Line, onSettled: OnSettled, onReturn: () => void): () => void {
  const { store, maySend, now, beforeLeave } = deps;
  const onAnswer = (answer: Answer, rows: readonly QueuedRow[]): void => {
    const verdict = judgeAnswer(answer);
    if (verdict.kind !== 'receipt') return;
    const { named, refused } = readNames(verdict, rows);
    void store.remove(named);
    onSettled({ rows: named, refused });
  };
  const leave = createFarewell({ head, handOver: createHandOver(post, deps), maySend, now, onAnswer });
  const onLeave = (): void => {
    leave();
    // Promises that are kept already still run before the page is gone.
    void beforeLeave().then(leave);
  };
  return 'window' in globalThis ? watchPage({ onLeave, onReturn }) : () => undefined;
}
