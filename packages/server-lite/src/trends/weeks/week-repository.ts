import type { TrendSourceName } from '../trend-source-name.ts';
import type { TrendWeek } from './trend-week.ts';

export interface WeekQuery {
  /** Absent: every source. */
  readonly source?: TrendSourceName;
  /** Absent: every tag. */
  readonly tags?: readonly string[];
}

/** The weekly feature table. Every implementation passes `testing/describe-week-repository.ts`. */
export interface WeekRepository {
  /** In the place of the same weeks of the same source and tag; all or none. Resolves after the commit. */
  save(tenantId: string, weeks: readonly TrendWeek[]): Promise<void>;
  /** By source, tag and week, each ascending. */
  list(tenantId: string, query: WeekQuery): Promise<readonly TrendWeek[]>;
  /** Grows with each save; 0 before the first. What was read at one revision stays true until the next. */
  revision(tenantId: string): Promise<number>;
  /** Shops with at least one week, ascending. */
  listTenants(): Promise<readonly string[]>;
  /** Notes that all that was known at a moment, UTC milliseconds, is in the table. */
  markBuilt(tenantId: string, atMs: number): Promise<void>;
  /** 0: never noted. */
  builtMs(tenantId: string): Promise<number>;
}
