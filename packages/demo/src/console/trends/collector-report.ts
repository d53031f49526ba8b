/** A collector, as `GET /v1/trends/sources` tells of it to a key that may ask. What is absent is not known. */
export interface CollectorReport {
  readonly source: string;
  readonly status: string;
  /** Of a paused source. */
  readonly reason?: string;
  readonly quota: {
    readonly requestsToday: number;
    readonly requestsPerDay?: number;
    /** By the source's own figures; at 100 it answers nothing more. */
    readonly usagePercent?: number;
    /** Different hashtags within 7 days. */
    readonly hashtagsUsed?: number;
    readonly hashtagsLimit?: number;
  };
  readonly lastSuccessAtMs?: number;
  readonly heldTags: readonly string[];
}
