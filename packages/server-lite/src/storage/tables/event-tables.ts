/** The tables of the events themselves are made month by month; only the event log touches them. */
export interface EventTables {
  readonly erased_subjects: ErasedSubjectRow;
}

export interface ErasedSubjectRow {
  readonly tenant_id: string;
  /** SHA-256 of tenant and subject: 64 hexadecimal digits. */
  readonly subject_hash: string;
  /** UTC milliseconds. */
  readonly erased_ms: number;
}
