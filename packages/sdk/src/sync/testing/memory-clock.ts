import type { LaneTimers } from '../create-alarm.ts';

/** Time that stands until it is told to pass. */
export interface MemoryClock {
  readonly now: () => number;
  readonly timers: LaneTimers;
  /** Lets time pass, and all that falls due happen. */
  pass(ms: number): Promise<void>;
}

export function createMemoryClock(startMs = 1_763_600_000_000): MemoryClock {
  let nowMs = startMs;
  const tasks = new Map<object, { readonly dueMs: number; readonly task: () => void }>();
  const settle = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
  return {
    now: () => nowMs,
    timers: {
      set(task, delayMs) {
        const timer = {};
        tasks.set(timer, { task, dueMs: nowMs + delayMs });
        return timer;
      },
      clear: (timer) => void tasks.delete(timer as object),
    },
    async pass(ms) {
      const untilMs = nowMs + ms;
      for (;;) {
        await settle();
        const [first] = [...tasks].filter(([, { dueMs }]) => dueMs <= untilMs).toSorted(([, a], [, b]) => a.dueMs - b.dueMs);
        if (!first) break;
        tasks.delete(first[0]);
        nowMs = Math.max(nowMs, first[1].dueMs);
        first[1].task();
      }
      nowMs = untilMs;
      await settle();
    },
  };
}
