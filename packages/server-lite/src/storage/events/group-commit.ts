import type { AppendOutcome, EventLog, StoredEvent } from '../event-log.ts';
import { charactersOf, createCallQueue, type AppendCall, type CallQueue, type QueueLimits } from './call-queue.ts';

/** Outcome of one transaction. `erased`: places in the batch, from 0. */
export type CommitOutcome =
  | { readonly status: 'stored'; readonly erased: readonly number[] }
  | Extract<AppendOutcome, { status: 'unavailable' }>;

export interface GroupCommitLimits extends QueueLimits {
  /** How long an event waits for others. */
  readonly lingerMs: number;
  /** A transaction starts at once when so many wait, and takes no further call. */
  readonly batchEvents: number;
  /** Transactions at the same time. */
  readonly commitsAtOnce: number;
}

const DEFAULTS: GroupCommitLimits = { lingerMs: 4, batchEvents: 2000, queueEvents: 20_000, queueCharacters: 64_000_000, commitsAtOnce: 1 };

const QUEUE_FULL: AppendOutcome = { status: 'unavailable', reason: 'queue-full', retryAfterMs: 1000 };
/** So long after the database was found to be away, calls are answered without asking it again. */
const REFUSE_MS = 500;

export type GroupCommit = Pick<EventLog, 'append' | 'state' | 'close'>;

interface Group {
  readonly commit: (events: readonly StoredEvent[]) => Promise<CommitOutcome>;
  readonly limits: GroupCommitLimits;
  readonly now: () => number;
  readonly queue: CallQueue;
  committing: number;
  timer: NodeJS.Timeout | undefined;
  lastCommitMs: number | undefined;
  away: { readonly outcome: AppendOutcome; readonly untilMs: number } | undefined;
  /** Called when nothing is left, once `close` was called. */
  closed: (() => void) | undefined;
}

/**
 * Collects the events of calls that come at about the same time into one transaction: the wait for the disk is paid once for all of them.
 * @param commit resolves when the events are on the disk; rejects only for what is a bug or a broken database.
 */
export function createGroupCommit(commit: Group['commit'], given: Partial<GroupCommitLimits> = {}, now: () => number = () => performance.now()): GroupCommit {
  const limits = { ...DEFAULTS, ...given };
  const group: Group = { commit, limits, now, queue: createCallQueue(limits), committing: 0, timer: undefined, lastCommitMs: undefined, away: undefined, closed: undefined };
  return {
    append: (events) => append(group, events),
    state: () => ({ queued: group.queue.held(), lastCommitMs: group.lastCommitMs }),
    close: () => new Promise((resolve) => {
      group.closed = resolve;
      if (group.queue.held() === 0) resolve();
      schedule(group);
    }),
  };
}

async function append(group: Group, events: readonly StoredEvent[]): Promise<AppendOutcome> {
  const { queue, now, away } = group;
  if (group.closed !== undefined) throw new Error('The event log is closed');
  if (events.length === 0) return { status: 'stored', erasedIds: [] };
  if (away !== undefined && now() < away.untilMs) return away.outcome;
  if (!queue.hasRoomFor(events)) return QUEUE_FULL;
  const { promise, resolve, reject } = Promise.withResolvers<AppendOutcome>();
  queue.add({ events, characters: charactersOf(events), sinceMs: now(), settle: resolve, fail: reject });
  schedule(group);
  return promise;
}

function schedule(group: Group): void {
  const { queue, limits, now } = group;
  const oldest = queue.oldest();
  if (oldest === undefined || group.committing >= limits.commitsAtOnce) return;
  const leftMs = oldest.sinceMs + limits.lingerMs - now();
  if (group.closed !== undefined || queue.waiting() >= limits.batchEvents || leftMs <= 0) flush(group);
  else group.timer ??= setTimeout(flush, leftMs, group);
}

function flush(group: Group): void {
  clearTimeout(group.timer);
  group.timer = undefined;
  void run(group, group.queue.take(group.limits.batchEvents));
}

async function run(group: Group, calls: readonly AppendCall[]): Promise<void> {
  const { queue, commit, now } = group;
  const startMs = now();
  group.committing += 1;
  const outcome = await commit(calls.flatMap((call) => call.events)).catch((error: unknown) => ({ status: 'failed', error }) as const);
  group.committing -= 1;
  // What waits behind a database that is away would only wait for the same answer.
  const answered = outcome.status === 'unavailable' ? [...calls, ...queue.take(Infinity)] : calls;
  queue.release(answered);
  answer(answered, outcome);
  group.lastCommitMs = now() - startMs;
  if (outcome.status === 'unavailable') group.away = { outcome, untilMs: now() + REFUSE_MS };
  if (queue.held() === 0) group.closed?.();
  schedule(group);
}

function answer(calls: readonly AppendCall[], outcome: CommitOutcome | { readonly status: 'failed'; readonly error: unknown }): void {
  let start = 0;
  for (const { events, settle, fail } of calls) {
    const first = start;
    start += events.length;
    if (outcome.status === 'failed') fail(outcome.error);
    else if (outcome.status === 'unavailable') settle(outcome);
    else settle({ status: 'stored', erasedIds: outcome.erased.flatMap((place) => events[place - first]?.id ?? []) });
  }
}
