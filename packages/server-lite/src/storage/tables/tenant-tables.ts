export interface TenantTables {
  readonly tenant: TenantRow;
  readonly site: SiteRow;
  readonly api_key: ApiKeyRow;
  /** PostgreSQL only: SQLite belongs to one process, which counts in memory. */
  readonly rate_bucket: RateBucketRow;
}

export interface TenantRow {
  readonly id: string;
  readonly name: string;
  /** UTC milliseconds. */
  readonly created_ms: number;
}

export interface SiteRow {
  readonly site_key: string;
  readonly tenant_id: string;
  /** JSON list of origins, such as `["https://shop.example"]`. */
  readonly origins: string;
  readonly created_ms: number;
}

export interface ApiKeyRow {
  readonly id: string;
  readonly tenant_id: string;
  /** SHA-256 of the whole credential: 64 hexadecimal digits. */
  readonly secret_hash: string;
  /** Names with a blank between them. */
  readonly permissions: string;
  readonly created_ms: number;
  readonly expires_ms: number | null;
  readonly revoked_ms: number | null;
}

export interface RateBucketRow {
  readonly bucket: string;
  /** Tokens left at `updated_ms`. */
  readonly tokens: number;
  /** Tokens of the last lease. */
  readonly granted: number;
  readonly per_second: number;
  readonly burst: number;
  /** UTC milliseconds by the database's clock. */
  readonly updated_ms: number;
}
