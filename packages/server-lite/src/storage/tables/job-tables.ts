export interface JobTables {
  readonly job_run: JobRunRow;
}

/** When a job ran last, and who runs it now. */
export interface JobRunRow {
  readonly name: string;
  /** Process that holds the lock; empty: nobody. */
  readonly owner: string;
  /** UTC milliseconds; past: nobody holds the lock. */
  readonly locked_until_ms: number;
  /** UTC milliseconds of the last start. */
  readonly started_ms: number;
  readonly finished_ms: number | null;
  /** Of the last run that ended: `ok` or `failed`. */
  readonly outcome: string | null;
}
