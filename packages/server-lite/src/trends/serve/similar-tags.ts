import { compareText } from '../compare-text.ts';
import type { SourceSeries } from './source-series.ts';

const WEEKS = 104;
const GROWTH_WEEKS = 4;
/** Fewer weeks in common tell nothing. */
const LEAST_WEEKS = 13;
const LEAST_CORRELATION = 0.5;
const MOST = 3;
/** A few posts more or less are no growth. */
const FLOOR_SHARE = 0.05;

/** Finds tags of the same source whose four-week growth moved together with a tag's over its last two years, the nearest first. */
export function createSimilarTags(all: readonly SourceSeries[]): (one: SourceSeries) => readonly string[] {
  const growths = new Map<string, Float64Array>();
  // Nearly all tags of a source end in the same week, so each growth serves all of them.
  const growth = (series: SourceSeries, lastWeek: number): Float64Array => {
    const key = `${lastWeek} ${series.series.id}`;
    const known = growths.get(key) ?? standardized(growthOf(series, lastWeek));
    growths.set(key, known);
    return known;
  };
  return (one) => {
    const own = growth(one, one.lastWeek);
    const near = all.flatMap((other) => {
      if (other.source !== one.source || other.tag === one.tag) return [];
      const likeness = product(own, growth(other, one.lastWeek));
      return likeness >= LEAST_CORRELATION ? [{ tag: other.tag, likeness }] : [];
    });
    near.sort((a, b) => b.likeness - a.likeness || compareText(a.tag, b.tag));
    return near.slice(0, MOST).map(({ tag }) => tag);
  };
}

/** Logarithmic growth over four weeks, for the weeks up to `lastWeek`; NaN where it was not seen. */
function growthOf({ series: { firstWeek, values } }: SourceSeries, lastWeek: number): Float64Array {
  const floor = FLOOR_SHARE * meanOf(values);
  const logs = new Float64Array(WEEKS + GROWTH_WEEKS);
  for (let k = 0; k < logs.length; k += 1) logs[k] = Math.log((values[lastWeek - k - firstWeek] ?? Number.NaN) + floor);
  const growth = new Float64Array(WEEKS);
  for (let k = 0; k < WEEKS; k += 1) growth[k] = (logs[k] as number) - (logs[k + GROWTH_WEEKS] as number);
  return growth;
}

function meanOf(values: readonly (number | null)[]): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** In place: mean 0 and length 1, so that the product of two is Pearson's correlation. Weeks that were not seen say nothing: 0; all of them where too few were. */
function standardized(growth: Float64Array): Float64Array {
  let [sum, count] = [0, 0];
  for (const value of growth) {
    if (!Number.isFinite(value)) continue;
    sum += value;
    count += 1;
  }
  let squares = 0;
  for (let k = 0; k < growth.length; k += 1) {
    const value = growth[k] as number;
    growth[k] = Number.isFinite(value) ? value - sum / count : 0;
    squares += (growth[k] as number) ** 2;
  }
  const length = Math.sqrt(squares);
  for (let k = 0; k < growth.length; k += 1) growth[k] = count < LEAST_WEEKS || !(length > 0) ? 0 : (growth[k] as number) / length;
  return growth;
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; k += 1) sum += (one[k] as number) * (other[k] as number);
  return sum;
}
