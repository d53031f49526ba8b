import type { IssuedForecast, Outcome } from './issued-forecast.ts';

export interface ForecastQuery {
  /** Inclusive. */
  readonly fromWeek?: number;
  /** Exclusive. */
  readonly toWeek?: number;
  readonly tags?: readonly string[];
}

/** What was forecast, and what came true of it. Every implementation passes `testing/describe-forecast-repository.ts`. */
export interface ForecastRepository {
  /** Keeps those whose source, tag and week have none yet: the first word counts. */
  add(tenantId: string, forecasts: readonly IssuedForecast[]): Promise<void>;
  judge(tenantId: string, outcomes: readonly Outcome[]): Promise<void>;
  /** By week, source and tag, each ascending. */
  list(tenantId: string, query: ForecastQuery): Promise<readonly IssuedForecast[]>;
}
