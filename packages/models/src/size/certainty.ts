import type { Certainty } from './size-advice.ts';

const HIGH_FROM = 0.92;
// Below, one in four sent such a size would send it back.
const MEDIUM_FROM = 0.75;

/** In words, how likely a size fits everywhere (0-1). */
export function certaintyOf(fits: number): Certainty {
  if (fits >= HIGH_FROM) return 'high';
  return fits >= MEDIUM_FROM ? 'medium' : 'low';
}

/** One step less: for two sizes, of which the shopper still has to choose. */
export const lessSure = (certainty: Certainty): Certainty => (certainty === 'high' ? 'medium' : 'low');
