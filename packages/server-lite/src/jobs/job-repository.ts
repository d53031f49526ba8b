/** When a job ran, across all processes. */
export interface JobRun {
  readonly name: string;
  /** UTC milliseconds. */
  readonly startedMs: number;
  /** Of the last run that ended. */
  readonly finishedMs: number | undefined;
  readonly outcome: JobOutcome | undefined;
}

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
   * Takes the lock and notes the start, unless somebody holds it or the last start is later than `notAfterMs`. Resolves with whether it was taken.
   * What lies further ahead than a lock may last was noted before the clock was set back, and holds nobody up.
   */
  take(lock: JobLock, notAfterMs: number): Promise<boolean>;
  /** Keeps the lock longer. Resolves with whether it was still held. */
  renew(lock: JobLock): Promise<boolean>;
  /** Gives the lock back and notes how the run ended; nothing when another has taken it meanwhile. */
  finish(name: string, owner: string, finishedMs: number, outcome: JobOutcome): Promise<void>;
  find(name: string): Promise<JobRun | undefined>;
}
