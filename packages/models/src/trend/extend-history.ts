import { borrowSeason, type SeasonReference } from './borrow-season.ts';
import { meanOf, modulo } from './numbers.ts';
import { SEASON_WEEKS } from './trend-series.ts';

/** Weeks that every member needs. */
export const MEMBER_WEEKS = 2 * SEASON_WEEKS;

/**
 * At least 104 weeks: what is missing before the first week is the series' level in the borrowed season, and where
 * the same week a year later was seen, halfway between that and what was seen.
 */
export function extendHistory(values: Float64Array, firstWeek: number, references: readonly SeasonReference[]): Float64Array {
  const added = MEMBER_WEEKS - values.length;
  if (added <= 0) return values;
  const season = borrowSeason(values, firstWeek, references);
  const at = (week: number): number => season[modulo(week, SEASON_WEEKS)] as number;
  const level = meanOf(values) / (meanOf(Array.from(values, (_, i) => at(firstWeek + i))) || 1);
  return Float64Array.from({ length: MEMBER_WEEKS }, (_, i) => {
    if (i >= added) return values[i - added] as number;
    const borrowed = level * at(firstWeek + i - added);
    const later = i + SEASON_WEEKS - added;
    return later >= 0 && later < values.length ? (borrowed + (values[later] as number)) / 2 : borrowed;
  });
}
