export interface TrendTables {
  readonly trend_week: TrendWeekRow;
  readonly trend_revision: TrendRevisionRow;
  readonly trend_forecast: TrendForecastRow;
  readonly trend_vocabulary: TrendVocabularyRow;
}

/** One week of one tag at one source. */
export interface TrendWeekRow {
  readonly tenant_id: string;
  readonly source: string;
  readonly tag: string;
  /** Whole weeks since Monday 1969-12-29. */
  readonly week: number;
  readonly value: number;
  readonly count: number;
  readonly engagement: number | null;
  readonly sentiment: number | null;
  /** UTC milliseconds. */
  readonly seen_ms: number;
}

/** Grows with each change of a shop's weeks. */
export interface TrendRevisionRow {
  readonly tenant_id: string;
  readonly revision: number;
  /** UTC milliseconds up to which all that was collected is in the weekly table; 0: never. */
  readonly built_ms: number;
}

/** A forecast of the relative change that was given out, and what came true. */
export interface TrendForecastRow {
  readonly tenant_id: string;
  readonly source: string;
  readonly tag: string;
  /** The first week that was forecast. */
  readonly origin_week: number;
  /** Number of the model; 0: a back-test, never given out. */
  readonly version: number;
  readonly change: number;
  readonly baseline: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
  readonly class: string;
  /** Scale of its misses. */
  readonly typical_miss: number;
  readonly history_weeks: number;
  /** Null until its 13 weeks are over. */
  readonly actual: number | null;
}

/** Words that a shop adds. */
export interface TrendVocabularyRow {
  readonly tenant_id: string;
  /** JSON of its attributes and silent phrases. */
  readonly extension: string;
}
