import type { AppendOutcome, StoredEvent } from '../event-log.ts';

/** One call of `append` that waits for its answer. */
export interface AppendCall {
  readonly events: readonly StoredEvent[];
  readonly characters: number;
  readonly sinceMs: number;
  readonly settle: (outcome: AppendOutcome) => void;
  readonly fail: (error: unknown) => void;
}

export interface QueueLimits {
  readonly queueEvents: number;
  readonly queueCharacters: number;
}

/** Calls in their order; what was taken counts against the limits until it is released, so memory stays bounded while a database is away. */
export interface CallQueue {
  hasRoomFor(events: readonly StoredEvent[]): boolean;
  add(call: AppendCall): void;
  /** Whole calls, until they hold so many events. */
  take(events: number): readonly AppendCall[];
  release(calls: readonly AppendCall[]): void;
  oldest(): AppendCall | undefined;
  /** Events that were not taken. */
  waiting(): number;
  /** Events that were not released. */
  held(): number;
}

export function createCallQueue({ queueEvents, queueCharacters }: QueueLimits): CallQueue {
  const calls: AppendCall[] = [];
  let waiting = 0;
  let held = 0;
  let characters = 0;
  return {
    hasRoomFor: (events) => held + events.length <= queueEvents && characters + charactersOf(events) <= queueCharacters,
    add: (call) => {
      calls.push(call);
      waiting += call.events.length;
      held += call.events.length;
      characters += call.characters;
    },
    take: (events) => {
      let count = 0;
      let taken = 0;
      for (; count < calls.length && taken < events; count += 1) taken += calls[count]?.events.length ?? 0;
      waiting -= taken;
      return calls.splice(0, count);
    },
    release: (released) => {
      for (const call of released) {
        held -= call.events.length;
        characters -= call.characters;
      }
    },
    oldest: () => calls[0],
    waiting: () => waiting,
    held: () => held,
  };
}

/** Ids, type and times of one event. */
const CHARACTERS_BESIDE = 250;

/** About what the events take in memory. */
export function charactersOf(events: readonly StoredEvent[]): number {
  let sum = 0;
  for (const { dataJson, itemId, armsJson } of events) sum += dataJson.length + (itemId?.length ?? 0) + (armsJson?.length ?? 0) + CHARACTERS_BESIDE;
  return sum;
}
