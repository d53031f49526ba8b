import type { ShippedMethod } from './sequence-manifest.ts';

/** Largest scale of a row of bytes. Training gives 0.005; a row of zeros has 1. */
const MOST_SCALE = 1;
/**
 * Largest gain or bias, and with that scale the largest weight. Training gives gains near 1. A vector that was normalized has numbers up to 128 times the root of the width: after
 * 32 blocks 1024 wide the sum of squares is below 1e36, and fits 32 bits.
 */
const MOST_WEIGHT = 128;
/** Largest weight of a blend, and worth of what was seen, on a log scale. Training chooses up to 3. */
const MOST_BLEND = 100;
/** What a pair of items may weigh at most: as often as no log has steps. */
const MOST_PAIR = 1e12;

/** Numbers of a model's files stay within bounds that leave every score finite, on every engine. Each is false for what is no number, too. */
export const areScales = (scales: Float32Array): boolean => isWithin(scales, MOST_SCALE);
export const areWeights = (weights: Float32Array): boolean => isWithin(weights, MOST_WEIGHT);
export const isPairWeight = (weight: number): boolean => weight > 0 && weight <= MOST_PAIR;

/** Whether what ships can be made of finite scores. */
export function isBlendable(shipped: ShippedMethod): boolean {
  if (shipped.method !== 'blend') return true;
  const { weight, again = [] } = shipped;
  return weight >= 0 && isWithin([weight, ...again], MOST_BLEND);
}

const isWithin = (numbers: Float32Array | readonly number[], most: number): boolean => numbers.every((one) => Math.abs(one) <= most);
