import { backOffMs } from './back-off.ts';
import { type LaneTimers, createAlarm } from './create-alarm.ts';

/** How a run ended. */
export type LaneResult =
  | { readonly status: 'empty' }
  /** Something is left. `afterMs`: the server's wish. */
  | { readonly status: 'retry'; readonly afterMs?: number | undefined }
  /** Nobody there who would take it. */
  | { readonly status: 'pause' };

export interface LaneDeps {
  readonly run: () => Promise<LaneResult>;
  /** How long something may wait for company. */
  readonly waitMs: number;
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly timers?: LaneTimers;
}

/** One thing that runs again and again: never twice at once, sooner or later after a failure. */
export interface Lane {
  /** Something new waits. @param isMuch whether it is worth a request of its own. */
  nudge(isMuch?: boolean): void;
  /** Now is a good time, such as when the network is back; what the server asked for is kept. */
  hurry(): void;
  /** As `hurry`, and tells how it ended. */
  flush(): Promise<LaneResult>;
  stop(): void;
}

/** How long a shop that is not let in waits before it asks again. */
export const PAUSE_MS = 15 * 60_000;

export function createLane({ run, waitMs, now, random, timers }: LaneDeps): Lane {
  const alarm = createAlarm(() => void start(), now, timers);
  let running: Promise<LaneResult> | undefined;
  let failures = 0;
  /** Until then by the server's wish, and by our own. */
  let notBeforeMs = 0;
  let backOffUntilMs = 0;
  let isNudged = false;

  const settle = (result: LaneResult): LaneResult => {
    running = undefined;
    failures = result.status === 'empty' ? 0 : failures + 1;
    const askedMs = result.status === 'pause' ? PAUSE_MS : result.status === 'retry' ? (result.afterMs ?? 0) : 0;
    notBeforeMs = now() + askedMs;
    backOffUntilMs = failures === 0 ? 0 : Math.max(notBeforeMs, now() + backOffMs(failures, random));
    if (failures > 0) alarm.atLatest(backOffUntilMs);
    else if (isNudged) alarm.atLatest(now() + waitMs);
    return result;
  };
  const start = (): Promise<LaneResult> => {
    alarm.clear();
    isNudged = false;
    running ??= run().catch((): LaneResult => ({ status: 'retry' })).then(settle);
    return running;
  };
  const nudge = (dueMs: number): void => {
    isNudged = true;
    if (!running) alarm.atLatest(dueMs);
  };

  return {
    nudge: (isMuch = false) => nudge(Math.max(now() + (isMuch ? 0 : waitMs), backOffUntilMs)),
    hurry() {
      // What runs now may fail by what was before, and what runs next because the network says that it is back before it is.
      failures = 0;
      nudge(Math.max(now(), notBeforeMs));
    },
    async flush() {
      if (alarm.isStopped()) return { status: 'empty' };
      // What runs now may have looked before the last event came.
      await running;
      return now() >= notBeforeMs ? start() : { status: 'retry', afterMs: notBeforeMs - now() };
    },
    stop: alarm.stop,
  };
}
