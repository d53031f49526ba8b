/** The page's timers. */
export interface LaneTimers {
  set(task: () => void, delayMs: number): unknown;
  clear(timer: unknown): void;
}

/** One thing to do at one time. */
export interface Alarm {
  /** Does it at `dueMs`, or sooner where that was asked for before. */
  atLatest(dueMs: number): void;
  clear(): void;
  /** For ever. */
  readonly stop: () => void;
  isStopped(): boolean;
}

const PAGE_TIMERS: LaneTimers = {
  set: (task, delayMs) => setTimeout(task, delayMs),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

export function createAlarm(task: () => void, now: () => number, timers: LaneTimers = PAGE_TIMERS): Alarm {
  let pending: { readonly timer: unknown; readonly dueMs: number } | undefined;
  let isStopped = false;
  const clear = (): void => {
    if (pending) timers.clear(pending.timer);
    pending = undefined;
  };
  return {
    atLatest(dueMs) {
      if (isStopped || (pending && pending.dueMs <= dueMs)) return;
      clear();
      pending = { dueMs, timer: timers.set(task, Math.max(0, dueMs - now())) };
    },
    clear,
    stop() {
      isStopped = true;
      clear();
    },
    isStopped: () => isStopped,
  };
}
