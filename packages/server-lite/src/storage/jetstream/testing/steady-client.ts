import { setTimeout as wait } from 'node:timers/promises';
import type { EventLog } from '../../event-log.ts';
import { sampleEvent } from '../../testing/sample-event.ts';

export interface SteadyClient {
  /** Stops sending, and resolves when everything that was sent is confirmed. */
  stop(): Promise<SteadyReport>;
}

export interface SteadyReport {
  /** Numbers of events that were confirmed; all that were sent. */
  readonly confirmed: ReadonlySet<number>;
  readonly refusals: number;
  /** Longest time from the first sending of a batch to its confirmation. */
  readonly longestMs: number;
}

const BATCH = 20;
const TURN_MS = 20;

/**
 * Sends so many events a second whatever the answers are (an open loop), to each of the logs in turn; what is refused is sent again after
 * the time that the answer states, as devices do.
 */
export function startSteadyClient(logs: readonly EventLog[], eventsPerSecond: number): SteadyClient {
  const confirmed = new Set<number>();
  const report = { refusals: 0, longestMs: 0 };
  const state = { isRunning: true, sent: 0 };
  const batches = new Set<Promise<void>>();
  const sendOne = async (first: number): Promise<void> => {
    const startMs = performance.now();
    const events = Array.from({ length: BATCH }, (_, index) => sampleEvent(first + index));
    for (let attempt = first / BATCH; ; attempt += 1) {
      const outcome = await logs[attempt % logs.length]?.append(events);
      if (outcome?.status === 'stored') break;
      report.refusals += 1;
      await wait(outcome?.retryAfterMs);
    }
    report.longestMs = Math.max(report.longestMs, performance.now() - startMs);
    for (const event of events.keys()) confirmed.add(first + event);
  };
  const run = async (): Promise<void> => {
    const startMs = performance.now();
    while (state.isRunning) {
      for (const due = ((performance.now() - startMs) * eventsPerSecond) / 1000; state.sent < due; state.sent += BATCH) {
        const batch = sendOne(state.sent).finally(() => batches.delete(batch));
        batches.add(batch);
      }
      await wait(TURN_MS);
    }
    await Promise.all(batches);
  };
  const finished = run();
  return {
    stop: async () => {
      state.isRunning = false;
      await finished;
      return { confirmed, ...report };
    },
  };
}
