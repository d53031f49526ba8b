import type { SourceSeries } from './source-series.ts';

const WEEKS = 104;
const GROWTH_WEEKS = 4;
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
    const known = growths.get(key) ?? growthOf(series, lastWeek);
    growths.set(key, known);
    return known;
  };
  return (one) => all
    .filter(({ source, tag }) => source === one.source && tag !== one.tag)
    .map((other) => ({ tag: other.tag, correlation: correlation(growth(one, one.lastWeek), growth(other, one.lastWeek)) }))
    .filter((other) => other.correlation >= LEAST_CORRELATION)
    .sort((a, b) => b.correlation - a.correlation || Number(a.tag > b.tag) - Number(a.tag < b.tag))
    .slice(0, MOST)
    .map(({ tag }) => tag);
}

/** Logarithmic growth over four weeks, for the weeks up to `lastWeek`; NaN where it was not seen. */
function growthOf({ series: { firstWeek, values } }: SourceSeries, lastWeek: number): Float64Array {
  const floor = FLOOR_SHARE * meanOf(values);
  const at = (week: number): number => Math.log((values[week - firstWeek] ?? Number.NaN) + floor);
  return Float64Array.from({ length: WEEKS }, (_, k) => at(lastWeek - k) - at(lastWeek - k - GROWTH_WEEKS));
}

function meanOf(values: readonly (number | null)[]): number {
  let [sum, count] = [0, 0];
  for (const value of values) if (value !== null) [sum, count] = [sum + value, count + 1];
  return count === 0 ? 0 : sum / count;
}

/** Pearson's, over the weeks that both have; -1 where those are fewer than a quarter of a year. */
function correlation(one: Float64Array, other: Float64Array): number {
  let [count, sumOne, sumOther, squaresOne, squaresOther, products] = [0, 0, 0, 0, 0, 0];
  for (let k = 0; k < one.length; k += 1) {
    const [x, y] = [one[k] as number, other[k] as number];
    if (!Number.isFinite(x + y)) continue;
    [count, sumOne, sumOther, squaresOne, squaresOther, products] = [count + 1, sumOne + x, sumOther + y, squaresOne + x * x, squaresOther + y * y, products + x * y];
  }
  const spread = Math.sqrt((squaresOne - sumOne * sumOne / count) * (squaresOther - sumOther * sumOther / count));
  return count < 13 || !(spread > 0) ? -1 : (products - sumOne * sumOther / count) / spread;
}
