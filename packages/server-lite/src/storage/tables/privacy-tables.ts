export interface PrivacyTables {
  readonly erasure: ErasureRow;
  readonly erasure_key: ErasureKeyRow;
}

export interface ErasureRow {
  readonly id: string;
  readonly tenant_id: string;
  /** HMAC-SHA-256 of the subject: 64 hexadecimal digits. */
  readonly subject_hash: string;
  /** UTC milliseconds. */
  readonly requested_ms: number;
  readonly finished_ms: number | null;
  /** The subject itself, until every store has erased it. */
  readonly pending_subject: string | null;
  /** JSON: what each store erased. */
  readonly stores: string;
}

/** One row: the key of the hashes. */
export interface ErasureKeyRow {
  readonly id: number;
  /** 32 random bytes, base64url. */
  readonly secret: string;
}
