import type { JobOutcome } from './job-repository.ts';

export interface JobObserver {
  jobFinished(name: string, outcome: JobOutcome, durationMs: number): void;
  /** The job threw, or its lock could not be asked for (`repository`). Only the error's name and code may be logged: its message may quote data. */
  jobFailed(name: string, error: unknown, at: 'job' | 'repository'): void;
}
