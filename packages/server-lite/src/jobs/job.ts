/** Work that comes back. */
export interface Job {
  /** Lower case with hyphens; its key in logs, metrics and the database. */
  readonly name: string;
  /** From one start to the next. */
  readonly everyMs: number;
  /** From the start of a run that was broken off, because its process died or was stopped, to the next. Long enough that work which kills its process leaves time for what else that does. @default everyMs */
  readonly retryMs?: number;
  /** Stops soon when `signal` is aborted: the process ends, or another one has taken over. May run again after a crash, so it must bear repetition. */
  run(signal: AbortSignal): Promise<void>;
}
