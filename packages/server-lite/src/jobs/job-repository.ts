/** When a job ran, across all processes. */
export interface JobRun {
  readonly name: string;
  /** UTC milliseconds. */
  readonly startedMs: number;
  /** Of the last run that ended; earlier than `startedMs` while one runs, or where it was broken off. */
  readonly finishedMs: number | undefined;
  readonly outcome: JobOutcome | undefined;
}

/** Whether the last run never ended: it runs, or was broken off. */
export const isUnended = ({ startedMs, finishedMs }: Pick<JobRun, 'startedMs' | 'finishedMs'>): boolean => finishedMs === undefined || finishedMs < startedMs;

/** Up to when a start or a lock may lie ahead: clocks of processes differ by less than a lock lasts. */
export const latestStartMs = ({ untilMs }: Pick<JobLock, 'untilMs'>): number => untilMs;
export const latestLockMs = ({ nowMs, untilMs }: Pick<JobLock, 'nowMs' | 'untilMs'>): number => untilMs + (untilMs - nowMs);

export type JobOutcome = 'ok' | 'failed';

export interface JobLock {
  readonly name: string;
  /** The process that asks; unique among all. */
  readonly owner: string;
  /** UTC milliseconds. */
  readonly nowMs: number;
  /** The lock is free again after this time, should the process die. */
  readonly untilMs: number;
}

/** Locks and last runs. Every implementation passes `testing/describe-job-repository.ts`. */
export interface JobRepository {
  /**
   * Takes the lock and notes the start, unless somebody holds it or the last start is later than `notAfterMs`, or than `brokenOffNotAfterMs` where that run never ended. Resolves with whether it was taken.
   * What lies further ahead than a lock may last was noted before the clock was set back, and holds nobody up.
   */
  take(lock: JobLock, notAfterMs: number, brokenOffNotAfterMs?: number): Promise<boolean>;
  /** Keeps the lock longer. Resolves with whether it was still held. */
  renew(lock: JobLock): Promise<boolean>;
  /** Gives the lock back and notes how the run ended; nothing when another has taken it meanwhile. */
  finish(name: string, owner: string, finishedMs: number, outcome: JobOutcome): Promise<void>;
  /** Gives the lock back of a run that is broken off; nothing when another has taken it meanwhile. */
  release(name: string, owner: string): Promise<void>;
  find(name: string): Promise<JobRun | undefined>;
}
