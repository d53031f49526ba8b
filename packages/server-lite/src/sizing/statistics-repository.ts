import type { Audience, StatisticsZone } from '@vua/models/contracts';

/** One place where a body is counted. */
export interface StatisticsCell {
  readonly audience: Audience;
  readonly zone: StatisticsZone;
  /** `rounded`, or epsilon and bins of randomized response, such as `2/8`. */
  readonly design: string;
  /** Whole centimetres, or the number of the bin. */
  readonly cell: number;
}

export interface StatisticsCount extends StatisticsCell {
  readonly count: number;
}

/** Counts of each tenant. Every implementation passes `testing/describe-statistics-repository.ts`. */
export interface StatisticsRepository {
  /** Counts one body in each of these cells. Resolves after the commit. */
  add(tenantId: string, cells: readonly StatisticsCell[]): Promise<void>;
  /** Counts of reports, ordered by audience, zone, design and cell. What was added since joins a curve (audience, zone, design) only when it is at least `leastNew` answers. */
  publish(tenantId: string, leastNew: number): Promise<readonly StatisticsCount[]>;
}
