import type { Random } from './seeded-random.ts';

/** A standard normal number (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** @param spread standard deviation of the logarithm */
export const lognormal = (random: Random, median: number, spread: number): number => median * Math.exp(spread * normal(random));

export const between = (random: Random, from: number, to: number): number => from + (to - from) * random();

/** A whole number in [from, to]. */
export const wholeBetween = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));

/** One of several, with equal chances. @throws when there is none */
export function oneOf<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('there is nothing to draw from');
  return value;
}

/** Place of one of the weights, each with its share of their sum; -1 where all are 0. */
export function weightedIndex(random: Random, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k += 1) sum += weights[k] ?? 0;
  let left = random() * sum;
  let last = -1;
  for (let k = 0; k < weights.length; k += 1) {
    const weight = weights[k] ?? 0;
    if (weight <= 0) continue;
    last = k;
    left -= weight;
    if (left < 0) break;
  }
  return last;
}
