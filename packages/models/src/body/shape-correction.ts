/**
 * What the shape model's Gaussian leaves over: bodies do not vary along straight lines. A regression of (truth - Gaussian mean) on what the
 * Gaussian takes the body's factors to be, learnt on synthetic bodies seen with the sensors' noise and gaps.
 */
export interface ShapeCorrection {
  /** Variables of the shape model that are corrected. */
  readonly targets: readonly number[];
  /** One row a target: weights of `correctionFeatures`. */
  readonly weights: readonly (readonly number[])[];
}

/** The strongest factors, whose squares and products count. */
const SQUARED = 6;

/** 1, the factors (standard normal in the training bodies), and the products of the first six. */
export function correctionFeatures(factors: ArrayLike<number>): number[] {
  const all = Array.from(factors);
  const first = all.slice(0, SQUARED);
  return [1, ...all, ...first.flatMap((a, i) => first.slice(i).map((b) => a * b))];
}

/** What to add to the Gaussian's means of `variables`. */
export function correctionOf({ targets, weights }: ShapeCorrection, factors: ArrayLike<number>, variables: readonly number[]): Float64Array {
  const features = correctionFeatures(factors);
  return Float64Array.from(variables, (variable) =>
    weights[targets.indexOf(variable)]?.reduce((sum, weight, i) => sum + weight * (features[i] as number), 0) ?? 0);
}
