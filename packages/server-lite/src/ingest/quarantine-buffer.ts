import type { QuarantineRepository, RejectedEvent } from './quarantine-repository.ts';

/** Gathers rejected events, so that a flood of wrong ones costs a write a second and not one each. */
export interface QuarantineBuffer {
  /** Keeps the event for the next write; drops it when too many wait. Never rejects, never waits. */
  add(event: RejectedEvent): void;
  /** Writes what waits. Never rejects: a record that cannot be kept is dropped, as it helps to find mistakes and no more. */
  flush(): Promise<void>;
}

/** Most that wait; each holds at most 2,000 characters of an event. */
const MOST_WAITING = 2000;
const FLUSH_EVERY_MS = 1000;

export function createQuarantineBuffer(repository: QuarantineRepository): QuarantineBuffer {
  let waiting: RejectedEvent[] = [];
  let writing = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const write = async (events: readonly RejectedEvent[]): Promise<void> => {
    await repository.add(events).catch(() => undefined);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const events = waiting;
    waiting = [];
    if (events.length > 0) writing = writing.then(() => write(events));
    return writing;
  };
  return {
    add: (event) => {
      if (waiting.length < MOST_WAITING) waiting.push(event);
      timer ??= setTimeout(() => void flush(), FLUSH_EVERY_MS).unref();
    },
    flush,
  };
}
