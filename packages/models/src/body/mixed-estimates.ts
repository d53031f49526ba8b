import type { MeasuredBody, Sex, SexEstimate } from './body-estimate.ts';
import { gaussianEstimates } from './gaussian-estimates.ts';
import type { MeasurementName } from './measurement-name.ts';
import { type WeightedGaussian, mixGaussians } from './mix-gaussians.ts';

/** A body of one sex; weights need not add up to 1. */
export interface SexGaussian extends WeightedGaussian {
  readonly sex: Sex;
}

/** Measurements from Gaussians over log(measurement / S), one a sex: both together, and each where there are two. */
export function mixedEstimates(parts: readonly SexGaussian[], names: readonly MeasurementName[], statureCm: number, spread?: (name: MeasurementName) => number): MeasuredBody & { readonly sexes?: readonly SexEstimate[] } {
  const estimates = gaussianEstimates(mixGaussians(parts), names, statureCm, spread);
  if (parts.length === 1) return estimates;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return { ...estimates, sexes: parts.map((part) => ({ sex: part.sex, weight: part.weight / total, ...gaussianEstimates(part, names, statureCm, spread) })) };
}
