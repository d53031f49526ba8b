export interface TrendSourceTables {
  readonly trend_source: TrendSourceRow;
  readonly trend_cursor: TrendCursorRow;
  readonly trend_snapshot: TrendSnapshotRow;
  readonly trend_post: TrendPostRow;
  readonly trend_point: TrendPointRow;
  readonly trend_picture: TrendPictureRow;
}

/** A source that a shop has configured. */
export interface TrendSourceRow {
  readonly tenant_id: string;
  readonly source: string;
  readonly base_url: string;
  /** AES-256-GCM; opens only for this tenant and source. */
  readonly sealed_token: string;
  /** JSON lists. */
  readonly account_ids: string;
  readonly regions: string;
  readonly tags: string;
  /** UTC milliseconds of the last configuration: names its version. */
  readonly saved_ms: number;
  /** JSON: status with its reason, failures, use of the quota. */
  readonly state: string;
}

/** How far the collection of a tag is. */
export interface TrendCursorRow {
  readonly tenant_id: string;
  readonly source: string;
  readonly tag: string;
  /** JSON, as the source wrote it; null: not yet. */
  readonly cursor: string | null;
  /** UTC milliseconds at which it was last collected to its end. */
  readonly swept_ms: number | null;
  /** Until then the tag is not asked for. */
  readonly held_until_ms: number | null;
}

/** What a source answered. Never changed. */
export interface TrendSnapshotRow {
  readonly tenant_id: string;
  readonly source: string;
  readonly tag: string;
  /** UTC milliseconds. */
  readonly taken_ms: number;
  /** Of one collection, from 0. */
  readonly page: number;
  /** What was asked, such as `recent-media` or `US/monthly`. */
  readonly question: string;
  readonly http_status: number;
  /** Posts or points in it. */
  readonly entries: number;
  /** 1: there was more that was not asked for. */
  readonly is_saturated: number;
  /** What its values were multiplied by, where they come on a scale of their own. */
  readonly factor: number | null;
  /** JSON as it came, or what came in its place; without the token and without names of people. */
  readonly body: string;
}

export interface TrendPostRow {
  readonly tenant_id: string;
  readonly source: string;
  readonly tag: string;
  readonly post_id: string;
  /** UTC milliseconds. */
  readonly posted_ms: number;
  readonly first_seen_ms: number;
  readonly seen_ms: number;
  readonly caption: string | null;
  readonly image_url: string | null;
  readonly likes: number | null;
  readonly comments: number | null;
}

/** How much a tag was searched for in a week, on the scale of the tag's first snapshot. */
export interface TrendPointRow {
  readonly tenant_id: string;
  readonly source: string;
  readonly tag: string;
  readonly region: string;
  /** UTC milliseconds of the week's last day. */
  readonly week_end_ms: number;
  readonly value: number;
  readonly seen_ms: number;
}

/** What was seen in the picture of a post. */
export interface TrendPictureRow {
  readonly tenant_id: string;
  readonly source: string;
  readonly post_id: string;
  /** UTC milliseconds. */
  readonly posted_ms: number;
  readonly looked_ms: number;
  /** How often its host was asked. */
  readonly tries: number;
  /** `tagged`, or why nothing was seen. */
  readonly outcome: string;
  /** JSON list of names with their shares, the largest first. */
  readonly colours: string;
}
