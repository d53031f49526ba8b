import type { BodyEstimate } from '../body-estimate.ts';
import { matrix } from '../linear-algebra.ts';
import { MEASUREMENT_NAMES } from '../measurement-name.ts';
import type { Gaussian } from '../mix-gaussians.ts';

/** 95 % point of the standard normal. */
const Z95 = 1.6449;
/** Of a measurement that the estimate lacks: next to nothing is known. */
const VAGUE = { mean: -1, sd: 1 } as const;

/** log(measurement / S) in the order of `MEASUREMENT_NAMES`, as an estimate states it by its intervals and correlations. */
export function estimateGaussian({ measurements, correlation, profile }: BodyEstimate): Gaussian {
  const parts = MEASUREMENT_NAMES.map((name) => {
    const estimate = measurements[name];
    if (estimate === undefined) return VAGUE;
    return { mean: Math.log(estimate.meanCm / profile.statureCm), sd: Math.log(estimate.p95Cm / estimate.p5Cm) / (2 * Z95) };
  });
  const at = MEASUREMENT_NAMES.map((name) => (measurements[name] === undefined ? -1 : (correlation?.names.indexOf(name) ?? -1)));
  const related = (i: number, j: number): number => (i === j ? 1 : (correlation?.matrix[at[i] as number]?.[at[j] as number] ?? 0));
  return {
    mean: Float64Array.from(parts, ({ mean }) => mean),
    covariance: matrix(parts.length, parts.length, (i, j) => related(i, j) * (parts[i]?.sd ?? 0) * (parts[j]?.sd ?? 0)),
  };
}
