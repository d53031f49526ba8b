import type { TrendCall } from '@vua/models/contracts';
import type { HorizonWeeks } from './trends-state.ts';

/** What the merchant can do with trends. */
export interface TrendActions {
  readonly listClass: (called: TrendCall) => void;
  readonly chooseTag: (tag: string) => void;
  readonly lookAhead: (horizonWeeks: HorizonWeeks) => void;
  /** @param week Monday */
  readonly pointWeek: (week: string) => void;
  readonly retryTrends: () => void;
}
