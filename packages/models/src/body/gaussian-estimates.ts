import type { BodyEstimate, ErrorCorrelation, MeasurementEstimate } from './body-estimate.ts';
import { cell } from './linear-algebra.ts';
import type { MeasurementName } from './measurement-name.ts';
import type { Gaussian } from './mix-gaussians.ts';

/** 95 % point of the standard normal. */
const Z95 = 1.6449;

/** Measurements and their error correlation from a Gaussian over log(measurement / S) in the order of `names`. */
export function gaussianEstimates(
  gaussian: Gaussian, names: readonly MeasurementName[], statureCm: number, spread: (name: MeasurementName) => number = () => 1,
): Required<Pick<BodyEstimate, 'measurements' | 'correlation'>> {
  const sd = names.map((name, i) => spread(name) * Math.sqrt(Math.max(1e-8, cell(gaussian.covariance, i, i))));
  const estimate = (i: number): MeasurementEstimate => {
    const at = (z: number): number => statureCm * Math.exp((gaussian.mean[i] as number) + z * (sd[i] as number));
    return { meanCm: at(0), p5Cm: at(-Z95), p95Cm: at(Z95) };
  };
  return { measurements: Object.fromEntries(names.map((name, i) => [name, estimate(i)])), correlation: correlationOf(gaussian, names) };
}

function correlationOf({ covariance }: Gaussian, names: readonly MeasurementName[]): ErrorCorrelation {
  const sd = names.map((_, i) => Math.sqrt(Math.max(1e-8, cell(covariance, i, i))));
  return { names, matrix: names.map((_, i) => names.map((__, j) => (i === j ? 1 : cell(covariance, i, j) / ((sd[i] as number) * (sd[j] as number))))) };
}
