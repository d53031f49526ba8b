/** When a model is tried by itself, and when it is taken back. The defaults are chosen to catch a collapse onto few items; no shop's traffic has tuned them. */
export interface GateLimits {
  /** Share by which NDCG@10 may lie below the live version's. @default 0.01 */
  readonly ndcgLoss: number;
  /** Share by which coverage may lie below the live version's. @default 0.2 */
  readonly coverageLoss: number;
  /** How much Gini may lie above the live version's. @default 0.05 */
  readonly giniRise: number;
  /** Share of the catalog in anybody's first ten, whatever was live before. @default 0.01 */
  readonly leastCoverage: number;
  /** @default 0.995 */
  readonly mostGini: number;
  /** Lists that were shown of each version before they are compared. @default 1000 */
  readonly leastShows: number;
  /** Standard errors by which a canary's click rate may lie below the live version's. @default 2 */
  readonly clickErrors: number;
  /** Share by which the click rate of a version that was promoted must lie below that of the days before as well. @default 0.2 */
  readonly clickFall: number;
}

export const GATE_LIMITS: GateLimits = { ndcgLoss: 0.01, coverageLoss: 0.2, giniRise: 0.05, leastCoverage: 0.01, mostGini: 0.995, leastShows: 1000, clickErrors: 2, clickFall: 0.2 };

/** A rule that is broken: what was found, and what it had to reach or stay under. */
export interface GateReason {
  readonly rule: 'ndcg-fell' | 'coverage-fell' | 'coverage-low' | 'gini-rose' | 'gini-high' | 'clicks-fell';
  readonly found: number;
  readonly limit: number;
}

/** The reason where `found` lies below `limit`. */
export const atLeast = (rule: GateReason['rule'], found: number, limit: number): readonly GateReason[] => (found >= limit ? [] : [{ rule, found, limit }]);

/** The reason where `found` lies above `limit`. */
export const atMost = (rule: GateReason['rule'], found: number, limit: number): readonly GateReason[] => (found <= limit ? [] : [{ rule, found, limit }]);
