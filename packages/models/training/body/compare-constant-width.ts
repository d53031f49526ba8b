import { average } from './average.ts';
import { intervalScore, isInside, type TruthPair } from './error-summary.ts';
import { rounded } from './rounded.ts';

/** Our intervals against intervals that are as wide for everybody; mean 90 % interval scores, lower is better. */
export interface ConstantWidthComparison {
  readonly ours: number;
  readonly constant: number;
  /** Half width (cm) of the constant intervals; absent where several measurements are taken together. */
  readonly constantHalfWidth?: number;
  readonly better: boolean;
}

/**
 * The constant interval lies around the same means and has the least half width that covers as many of these very truths
 * as our intervals do: it is fitted afterwards, ours are not.
 * @param pairs at least one
 */
export function compareConstantWidth(pairs: readonly TruthPair[]): ConstantWidthComparison {
  const sizes = pairs.map(({ mean, truth }) => Math.abs(mean - truth)).toSorted((a, b) => a - b);
  const covered = pairs.filter(isInside).length;
  const half = covered === 0 ? 0 : (sizes[covered - 1] as number);
  const constant = average(pairs.map(({ truth, mean }) => intervalScore({ truth, p5: mean - half, p95: mean + half })));
  return { ...compared(average(pairs.map(intervalScore)), constant), constantHalfWidth: rounded(half) };
}

/** Means over measurements, each counted alike. */
export function compareAllConstantWidths(each: readonly ConstantWidthComparison[]): ConstantWidthComparison {
  return compared(average(each.map(({ ours }) => ours)), average(each.map(({ constant }) => constant)));
}

function compared(ours: number, constant: number): ConstantWidthComparison {
  return { ours: rounded(ours), constant: rounded(constant), better: ours < constant };
}
