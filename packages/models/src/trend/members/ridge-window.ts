import { meanOf } from '../numbers.ts';
import type { TakeScratch } from '../scratch.ts';
import { SEASON_WEEKS } from '../trend-series.ts';

/** Weeks that the ridge looks at. */
export const WINDOW_WEEKS = 104;
const ANCHOR_WEEKS = 4;
const OFFSET = 0.05;

/** How a window is put on a scale that all series share: log of the value over the mean of a year, less that of the last month. */
export interface WindowScale {
  readonly yearMean: number;
  readonly anchor: number;
}

/** The scale of the 104 weeks before `end`; undefined where a year was all 0. */
export function windowScale(values: ArrayLike<number>, end: number): WindowScale | undefined {
  const yearMean = meanOf(values, end - SEASON_WEEKS, end);
  if (!(yearMean > 0)) return undefined;
  let anchor = 0;
  for (let t = end - ANCHOR_WEEKS; t < end; t += 1) anchor += Math.log((values[t] as number) / yearMean + OFFSET) / ANCHOR_WEEKS;
  return { yearMean, anchor };
}

export function toScale(value: number, { yearMean, anchor }: WindowScale): number {
  return Math.log(value / yearMean + OFFSET) - anchor;
}

export function fromScale(scaled: number, { yearMean, anchor }: WindowScale): number {
  return yearMean * (Math.exp(scaled + anchor) - OFFSET);
}

/** A constant 1 and the 104 scaled weeks before `end`. */
export function windowFeatures(values: ArrayLike<number>, end: number, scale: WindowScale, take: TakeScratch): Float64Array {
  const features = take(WINDOW_WEEKS + 1);
  features[0] = 1;
  for (let i = 1; i <= WINDOW_WEEKS; i += 1) features[i] = toScale(values[end - WINDOW_WEEKS + i - 1] as number, scale);
  return features;
}
