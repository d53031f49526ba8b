import { inverseNormal } from '../../inverse-normal.ts';
import type { SizeOutcome } from '../outcome.ts';

export interface SimulatedGarment {
  /** How much smaller than charted it is cut, cm. */
  readonly offCm: number;
  readonly stepCm: number;
  /** Share (0-1) of all returns that are for reasons unrelated to the size, yet name too small or too large at random. */
  readonly unrelatedShare: number;
}

/**
 * Shoppers who take the advised size: the advice misses their body by 2 cm (standard deviation), they put up with 2.5 cm (1) of tightness
 * and 3.5 cm (1.5) of looseness beyond the size's range. Not the rule's own model: it knows none of these numbers.
 */
export function* simulateOutcomes(garment: SimulatedGarment, random: () => number): Generator<SizeOutcome, never> {
  const unrelatedRate = unrelatedRateOf(garment, random);
  for (let shopper = 0; ; shopper++) {
    const fit = fitOf(garment, random);
    const result = random() < unrelatedRate ? (random() < 0.5 ? 'too-small' : 'too-large') : fit;
    yield { result, stepsFromAdvice: 0, stepCm: garment.stepCm, certainty: random() < 0.5 ? 'high' : 'medium', shopperKey: `shopper-${shopper}-${random()}` };
  }
}

function fitOf({ offCm, stepCm }: SimulatedGarment, random: () => number): SizeOutcome['result'] {
  const normal = (): number => inverseNormal(Math.min(1 - 1e-9, Math.max(1e-9, random())));
  const beyondMiddleCm = (random() - 0.5) * stepCm + 2 * normal() + offCm;
  if (beyondMiddleCm - stepCm / 2 > Math.max(0, 2.5 + normal())) return 'too-small';
  return -beyondMiddleCm - stepCm / 2 > Math.max(0, 3.5 + 1.5 * normal()) ? 'too-large' : 'kept';
}

/** Share of all purchases: as many that unrelated returns make up their share of all returns. */
function unrelatedRateOf(garment: SimulatedGarment, random: () => number): number {
  const draws = 500;
  const returned = Array.from({ length: draws }, () => fitOf(garment, random)).filter((result) => result !== 'kept').length / draws;
  return (garment.unrelatedShare * returned) / (1 - garment.unrelatedShare + garment.unrelatedShare * returned);
}
