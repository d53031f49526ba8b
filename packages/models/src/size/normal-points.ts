import { inverseNormal } from './inverse-normal.ts';

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43];
const PAIRS = 128;

/** How many points stand for a distribution. */
export const POINT_COUNT = 2 * PAIRS;

const cache = new Map<number, Float64Array>();

/**
 * Points that stand for one dimension of the standard normal distribution: a Halton sequence and its mirror image,
 * so that the mean is exactly 0, and the variance 1. Always the same points: equal questions get equal answers.
 *
 * @param dimension from 0; point i of all dimensions together is one point of their joint distribution.
 */
export function normalPoints(dimension: number): Float64Array {
  const known = cache.get(dimension);
  if (known) return known;
  const base = PRIMES[dimension];
  if (base === undefined) throw new RangeError(`at most ${PRIMES.length} dimensions, asked for number ${dimension + 1}`);
  const half = Float64Array.from({ length: PAIRS }, (_, index) => inverseNormal(radicalInverse(index + 1, base)));
  const points = new Float64Array(POINT_COUNT);
  // So few points cut the tails off: stretched to variance 1.
  const stretch = 1 / Math.sqrt(half.reduce((sum, value) => sum + value * value, 0) / PAIRS);
  points.set(half.map((value) => value * stretch));
  points.set(half.map((value) => -value * stretch), PAIRS);
  cache.set(dimension, points);
  return points;
}

/** The digits of `index` mirrored at the point: 6 = 110 in base 2 becomes 0.011. */
function radicalInverse(index: number, base: number): number {
  let result = 0;
  let fraction = 1 / base;
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    result += (rest % base) * fraction;
    fraction /= base;
  }
  return result;
}
