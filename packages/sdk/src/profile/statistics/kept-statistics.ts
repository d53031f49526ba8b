import type { MeasurementStatistics } from '@vua/models/contracts';

/** An answer that waits for its hour. */
export interface DueAnswer {
  /** UTC milliseconds. */
  readonly dueAtMs: number;
  readonly answer: MeasurementStatistics;
}

export type RandomizedAnswer = Extract<MeasurementStatistics, { kind: 'randomized' }>;

/** What the device remembers of statistics; no id, no list of bodies. */
export interface KeptStatistics {
  /** When the last answer was given, UTC milliseconds. */
  readonly answeredAtMs: number;
  readonly due?: DueAnswer;
  /** The randomized answer of this device. Drawn once: many draws would tell the truth. */
  readonly randomized?: RandomizedAnswer;
}

/** Holds one {@link KeptStatistics} or none. That storage fails is expected: no method rejects. */
export interface StatisticsStore {
  /** `unreachable`: whether something is there is not known. */
  read(): Promise<KeptStatistics | 'none' | 'unreachable'>;
  /** @returns whether it is there now. */
  write(kept: KeptStatistics): Promise<boolean>;
  /** Takes the answer out if its hour has come; of many pages that ask at once, one gets it. */
  takeDue(nowMs: number): Promise<MeasurementStatistics | undefined>;
  /** Deletes everything. @returns whether nothing is there now. */
  clear(): Promise<boolean>;
}

/** Lasts as long as the page. */
export function createMemoryStatisticsStore(): StatisticsStore {
  let held: KeptStatistics | undefined;
  return {
    read: async () => (held ? structuredClone(held) : 'none'),
    async write(kept) {
      held = structuredClone(kept);
      return true;
    },
    async takeDue(nowMs) {
      if (held?.due === undefined || held.due.dueAtMs > nowMs) return undefined;
      const { due, ...rest } = held;
      held = rest;
      return due.answer;
    },
    async clear() {
      held = undefined;
      return true;
    },
  };
}
