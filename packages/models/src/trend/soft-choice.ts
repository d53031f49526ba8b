import { meanOf } from './numbers.ts';

const SHARPNESS = 40;

/**
 * Weights of settings by their errors, near 1 for the best. A hard choice would make forecasts jump where two settings
 * are equally good and the input changes by a hair.
 */
export function softChoice(errors: readonly number[]): number[] {
  const best = Math.min(...errors);
  const unit = best + 1e-6 * meanOf(errors);
  const raw = errors.map((error) => (unit > 0 ? Math.exp((-SHARPNESS * (error - best)) / unit) : 1));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => weight / sum);
}
