import { precisionOf, type FactorGaussian } from './condition-gaussian.ts';
import { cell } from './linear-algebra.ts';
import { shapeEvidence, type Reading } from './shape-evidence.ts';
import type { SensorNoise } from './body-model.ts';

/** How far an outline as a whole lies outside the body. */
export interface OutwardShift {
  /** Statures; positive = too far out. */
  readonly shift: number;
  readonly sd: number;
}

/**
 * Loose clothes and a mask that is too fat move every edge outwards, a fat body does not thicken ankles and neck alike: the shift that
 * makes all readings the likeliest, by generalised least squares along their `outward` slopes.
 */
export function outwardShift(model: FactorGaussian, readings: readonly Reading[], noise: SensorNoise): OutwardShift {
  const { inverse, weighted } = precisionOf(model, shapeEvidence(model, readings, noise));
  let score = 0;
  let information = 0;
  readings.forEach(({ outward }, i) => {
    score += outward * (weighted[i] as number);
    readings.forEach((other, j) => { information += outward * other.outward * cell(inverse, i, j); });
  });
  return information > 0 ? { shift: score / information, sd: 1 / Math.sqrt(information) } : { shift: 0, sd: Infinity };
}

/**
 * How far outlines usually lie outside the body: tight clothes and the softness of the mask (learnt: leaving this out costs 0.1-0.2 cm at the
 * hip in folds over `people/`), and how far those of loose clothes do. Statures.
 */
export const OUTLINE_SD = { usual: 0.001, loose: 0.005 } as const;
/** Our guess of how many shoppers wear what they were asked not to wear. */
const LOOSE_SHARE = 0.03;

/** Probability (0-1) that the outline is not that of a body in tight clothes. */
export function looseProbability({ shift, sd }: OutwardShift): number {
  const evidence = (priorSd: number): number =>
    Math.exp((0.5 * (shift / sd) ** 2 * priorSd ** 2) / (priorSd ** 2 + sd ** 2)) / Math.sqrt(1 + (priorSd / sd) ** 2);
  const [usual, loose] = [(1 - LOOSE_SHARE) * evidence(OUTLINE_SD.usual), LOOSE_SHARE * evidence(OUTLINE_SD.loose)];
  return sd === Infinity ? LOOSE_SHARE : loose / (usual + loose);
}
