import { meanOf, tabulate } from './numbers.ts';

const SHARPNESS = 40;

/**
 * Weights of settings by their errors, near 1 for the best. A hard choice would make forecasts jump where two settings
 * are equally good and the input changes by a hair.
 */
export function softChoice(errors: Float64Array): Float64Array {
  let best = Infinity;
  for (let k = 0; k < errors.length; k += 1) best = Math.min(best, errors[k] as number);
  const unit = best + 1e-6 * meanOf(errors);
  const weights = tabulate(errors.length, (k) => (unit > 0 ? Math.exp((-SHARPNESS * ((errors[k] as number) - best)) / unit) : 1));
  const sum = meanOf(weights) * weights.length;
  for (let k = 0; k < weights.length; k += 1) weights[k] = (weights[k] as number) / sum;
  return weights;
}
