import type { Random } from '../body/random.ts';

const ROUNDS = 2000;

/** Mean of values, and where it lies in 95 % of samples drawn from them with replacement. */
export function bootstrapInterval(values: ArrayLike<number>, random: Random): { readonly mean: number; readonly low: number; readonly high: number } {
  const means = Float64Array.from({ length: ROUNDS }, () => {
    let sum = 0;
    for (let k = 0; k < values.length; k += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort();
  const at = (share: number): number => means[Math.floor(share * (ROUNDS - 1))] ?? NaN;
  return { mean: Array.from(values).reduce((sum, value) => sum + value, 0) / values.length, low: at(0.025), high: at(0.975) };
}
