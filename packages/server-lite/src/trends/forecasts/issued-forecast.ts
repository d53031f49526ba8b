import type { TrendClass } from '@vua/models/trend';
import type { TrendSourceName } from '../trend-source-name.ts';

/** A forecast of the relative change of 13 weeks, as it was first given; it does not change any more. */
export interface IssuedForecast {
  readonly source: TrendSourceName;
  readonly tag: string;
  /** The first of the 13 weeks. */
  readonly originWeek: number;
  /** Of the fit. */
  readonly version: number;
  readonly change: number;
  /** What seasonal naive said. */
  readonly baseline: number;
  readonly interval80: readonly [low: number, high: number];
  readonly interval95: readonly [low: number, high: number];
  readonly class: TrendClass | 'uncertain';
  /** Scale of its misses; 0: not known. */
  readonly typicalMiss: number;
  /** What it was made from. */
  readonly historyWeeks: number;
  /** What came true; null until the 13 weeks are over. */
  readonly actual: number | null;
}

/** What came true of one forecast. */
export type Outcome = Pick<IssuedForecast, 'source' | 'tag' | 'originWeek'> & { readonly actual: number };
