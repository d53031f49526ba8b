export interface IngestTables {
  readonly quarantine: QuarantineRow;
  readonly consent_record: ConsentRow;
}

/** An event that was not taken. */
export interface QuarantineRow {
  readonly tenant_id: string;
  /** UUID version 7, by the server. */
  readonly id: string;
  /** UTC milliseconds. */
  readonly received_ms: number;
  readonly code: string;
  readonly path: string | null;
  readonly event_id: string | null;
  readonly anonymous_id: string | null;
  readonly customer_id: string | null;
  /** JSON, cut off: text, not more. */
  readonly body: string | null;
}

/** What a shopper chose. */
export interface ConsentRow {
  readonly tenant_id: string;
  /** UUID version 7, by the device. */
  readonly id: string;
  /** UTC milliseconds by the server's clock. */
  readonly received_ms: number;
  readonly anonymous_id: string;
  /** UTC milliseconds by the device's clock. */
  readonly time_ms: number;
  readonly analytics: string;
  readonly personalization: string;
  readonly statistics: string;
  readonly text_version: string;
  readonly source: string;
}
