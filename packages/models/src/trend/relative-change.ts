import { meanOf } from './numbers.ts';
import { CHANGE_WEEKS } from './trend-series.ts';

/** Mean of the last 13 weeks (of what there is, where there is less): what a change is measured against. */
export function baseOf(values: ArrayLike<number>): number {
  return meanOf(values, Math.max(0, values.length - CHANGE_WEEKS), values.length);
}

/** c = mean(next 13 weeks) / base - 1. The base must be above 0. */
export function relativeChange(next: ArrayLike<number>, base: number): number {
  return meanOf(next, 0, Math.min(CHANGE_WEEKS, next.length)) / base - 1;
}
