import type { RecordedEvent } from '@vua/models/contracts';
import { backOffMs } from './back-off-ms.ts';
import type { Connection } from './connection.ts';
import type { ConsoleApi } from './console-api.ts';
import { createMessageReader } from './create-message-reader.ts';
import { parseEvent } from './parse-event.ts';
import { readPages } from './read-pages.ts';
import type { Reading } from './reading.ts';

export interface FeedDeps {
  readonly api: Pick<ConsoleApi, 'readEvents' | 'openStream'>;
  /** May hand on an event twice. */
  readonly onEvents: (events: readonly RecordedEvent[]) => void;
  readonly onConnection: (connection: Connection) => void;
  /** After all events since the start of the day were handed on, or as many as the console reads. */
  readonly onDay: (isComplete: boolean) => void;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** When the merchant's day began, UTC milliseconds. */
  readonly dayStartMs: () => number;
  readonly random?: () => number;
  /** Resolves after this time, or at once when the signal ends. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A stream that says nothing for so long is dead; the server's heart beats every 15 s. @default 45,000 */
  readonly silenceMs?: number;
}

/** What is on the chart, and a little more. */
const RECENT_MS = 35 * 60_000;
/** What may have come between two streams, and a little more. */
const GAP_MS = 5 * 60_000;
/** A stream that ended by itself after so long was not lost: the server ends each after a minute, to look at the key again. */
const LONG_LIFE_MS = 30_000;
const POLL_MS = 5000;
const POLLS = 12;
const STREAM_TRIES = 3;

type Ended = 'refused' | 'failed' | 'ended' | 'expired';

/** Hands on what is stored, then what comes, for as long as the key opens it. @returns how to stop. */
export function startEventFeed(deps: FeedDeps): () => void {
  const stop = new AbortController();
  void run(deps, stop.signal);
  return () => stop.abort();
}

/* oxlint-disable no-await-in-loop -- each turn waits for what became of the one before */
async function run(deps: FeedDeps, signal: AbortSignal): Promise<void> {
  const { onConnection, random = () => Math.random(), wait = waitFor } = deps;
  let failures = 0;
  let isRenewal = false;
  onConnection({ status: 'connecting' });
  while (!signal.aborted) {
    const ended = await follow(deps, isRenewal, signal);
    if (ended === 'refused' || signal.aborted) return;
    isRenewal = ended === 'expired';
    if (isRenewal) {
      failures = 0;
      continue;
    }
    failures = ended === 'ended' ? 1 : failures + 1;
    if (failures > STREAM_TRIES && await poll(deps, signal) === 'refused') return;
    if (signal.aborted) return;
    onConnection({ status: 'reconnecting' });
    await wait(backOffMs(failures, random()), signal);
  }
}

/** The stream first, then what was there before it opened: nothing falls between. */
async function follow(deps: FeedDeps, isRenewal: boolean, signal: AbortSignal): Promise<Ended> {
  const stream = new AbortController();
  const end = (): void => stream.abort();
  signal.addEventListener('abort', end);
  try {
    const opened = await deps.api.openStream(stream.signal);
    if (opened.status !== 'read') return endedBy(opened, deps);
    const openedMs = deps.now();
    const caughtUp = isRenewal ? await readPages(deps.api, openedMs - GAP_MS, deps.onEvents, stream.signal) : await catchUp(deps, stream.signal);
    if (caughtUp.status !== 'read') return endedBy(caughtUp, deps);
    deps.onConnection({ status: 'live' });
    const isWhole = await listen(opened.value, deps);
    return isWhole && deps.now() - openedMs >= LONG_LIFE_MS ? 'expired' : 'ended';
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

/** What the chart shows comes before the rest of the day. */
async function catchUp({ api, dayStartMs, now, onDay, onEvents }: FeedDeps, signal: AbortSignal): Promise<Reading<unknown>> {
  const recent = await readPages(api, now() - RECENT_MS, onEvents, signal);
  const day = recent.status === 'read' ? await readPages(api, dayStartMs(), onEvents, signal) : recent;
  if (day.status === 'read') onDay(day.value.isComplete);
  return day;
}

/** @returns whether the stream ended by itself, and was neither cut off nor silent. */
async function listen(stream: ReadableStream<Uint8Array>, { onEvents, silenceMs = 45_000 }: FeedDeps): Promise<boolean> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const readMessages = createMessageReader();
  try {
    for (;;) {
      const { done, value } = await within(silenceMs, reader.read());
      if (done) return true;
      const events = readMessages(decoder.decode(value, { stream: true })).map(parseEvent).filter((event) => event !== undefined);
      if (events.length > 0) onEvents(events);
    }
  } catch {
    return false;
  }
}

async function poll(deps: FeedDeps, signal: AbortSignal): Promise<Ended> {
  const { api, now, onConnection, onEvents, wait = waitFor } = deps;
  for (let turn = 0; turn < POLLS; turn += 1) {
    const reading = await readPages(api, now() - RECENT_MS, onEvents, signal);
    if (signal.aborted) return 'ended';
    if (reading.status !== 'read') return endedBy(reading, deps);
    onConnection({ status: 'polling' });
    await wait(POLL_MS, signal);
  }
  return 'ended';
}
/* oxlint-enable no-await-in-loop */

function endedBy(reading: Exclude<Reading<unknown>, { status: 'read' }>, { onConnection }: FeedDeps): Ended {
  if (reading.status === 'failed') return 'failed';
  onConnection({ status: 'refused', reason: reading.reason });
  return 'refused';
}

function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  const limit = Promise.withResolvers<T>();
  const timer = setTimeout(() => limit.reject(new Error('silent')), limitMs);
  return Promise.race([promise, limit.promise]).finally(() => clearTimeout(timer));
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
