import { inverseNormal } from './inverse-normal.ts';

const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
const PAIRS = 256;
const cache = new Map<number, readonly (readonly number[])[]>();

/**
 * 512 points that stand for the standard normal distribution in up to ten dimensions: a Halton sequence and its mirror image,
 * so that the mean is exactly 0. Always the same points: equal questions get equal answers.
 */
export function normalPoints(dimensions: number): readonly (readonly number[])[] {
  const known = cache.get(dimensions);
  if (known) return known;
  const bases = PRIMES.slice(0, dimensions);
  if (bases.length < dimensions) throw new RangeError(`at most ${PRIMES.length} dimensions, got ${dimensions}`);
  const points = Array.from({ length: PAIRS }, (_, index) => bases.map((base) => inverseNormal(radicalInverse(index + 1, base))));
  const both = points.flatMap((point) => [point, point.map((value) => -value)]);
  cache.set(dimensions, both);
  return both;
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
