/** An estimate beside the truth, cm. */
export interface EstimatedTruth {
  readonly truthCm: number;
  readonly meanCm: number;
  readonly p5Cm: number;
  readonly p95Cm: number;
}

/** Errors, cm. `p90`: nine in ten absolute errors lie below. `coverage90`: share (0-1) of truths inside the 90 % interval. */
export interface IntervalErrors {
  readonly mae: number;
  readonly bias: number;
  readonly p90: number;
  readonly coverage90: number;
  /** Mean width of the 90 % interval. */
  readonly width90: number;
}

export function intervalErrors(estimates: readonly EstimatedTruth[]): IntervalErrors {
  const errors = estimates.map(({ meanCm, truthCm }) => meanCm - truthCm);
  const sizes = errors.map(Math.abs).toSorted((a, b) => a - b);
  return {
    mae: rounded(mean(sizes)),
    bias: rounded(mean(errors)),
    p90: rounded(sizes[Math.ceil(0.9 * sizes.length) - 1] ?? NaN),
    coverage90: rounded(coverage(estimates)),
    width90: rounded(mean(estimates.map(({ p5Cm, p95Cm }) => p95Cm - p5Cm))),
  };
}

export function coverage(estimates: readonly EstimatedTruth[]): number {
  return mean(estimates.map(({ truthCm, p5Cm, p95Cm }) => (truthCm >= p5Cm && truthCm <= p95Cm ? 1 : 0)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
