import { meanOf, modulo } from './numbers.ts';
import { SEASON_WEEKS } from './trend-series.ts';

/** Seasonal indices (mean 1) of a series with two years of history; position 0 is the week whose number divides by 52. */
export interface SeasonReference {
  readonly id: string;
  readonly shape: readonly number[];
}

const DIGITS = 4;
const MIN_OVERLAP_WEEKS = 8;
// How sharply likeness counts: the squared log distance of one week that makes a reference count 1/e as much.
const WEEK_DISTANCE = 0.02;

/** Moves a shape whose position 0 is week `firstWeek` to the calendar. */
export function toReference(id: string, shape: Float64Array, firstWeek: number): SeasonReference {
  return { id, shape: Array.from({ length: SEASON_WEEKS }, (_, week) => Number((shape[modulo(week - firstWeek, SEASON_WEEKS)] as number).toFixed(DIGITS))) };
}

/**
 * The season of a series too short to show its own: the mean of the references, the more alike in the weeks seen so far
 * the heavier. Flat when there is none.
 */
export function borrowSeason(values: Float64Array, firstWeek: number, references: readonly SeasonReference[]): Float64Array {
  const blend = new Float64Array(SEASON_WEEKS);
  const distances = references.map(({ shape }) => distanceTo(values, firstWeek, shape));
  const nearest = Math.min(...distances);
  let total = 0;
  references.forEach(({ shape }, r) => {
    const weight = Math.exp((nearest - (distances[r] as number)) / WEEK_DISTANCE);
    total += weight;
    shape.forEach((index, week) => { blend[week] = (blend[week] as number) + weight * index; });
  });
  return total > 0 ? blend.map((sum) => sum / total) : blend.fill(1);
}

// Mean squared distance of logs, both about their means; a floor of a tenth of the mean keeps zeros finite.
function distanceTo(values: Float64Array, firstWeek: number, shape: readonly number[]): number {
  const mean = meanOf(values);
  if (values.length < MIN_OVERLAP_WEEKS || !(mean > 0)) return 0;
  const gaps = Array.from(values, (value, i) => Math.log(value / mean + 0.1) - Math.log((shape[modulo(firstWeek + i, SEASON_WEEKS)] as number) + 0.1));
  const centre = meanOf(gaps);
  return meanOf(gaps.map((gap) => (gap - centre) ** 2));
}
