import type { BodyZone } from '../contracts/index.ts';

/** Standard deviation of the error as a share of the measurement, by zone. */
export type UsualDoubt = Readonly<Partial<Record<BodyZone, number>>>;

/**
 * Medians over 60 rendered people: `answers` by `estimateFromAnswers`, `pictures` by `measureBody` with models that did not know
 * the person and the doubt of the calibration `field` on top. Only ratios of them are used, to tell what would help most.
 */
export const USUAL_DOUBT = {
  answers: { chest: 0.085, waist: 0.111, waistNavel: 0.116, hip: 0.071, neck: 0.075, shoulderBreadth: 0.047, upperArm: 0.164, thigh: 0.09, inseam: 0.03, armLength: 0.031 },
  answersWithSex: { chest: 0.08, waist: 0.11, waistNavel: 0.116, hip: 0.07, neck: 0.063, shoulderBreadth: 0.039, upperArm: 0.137, thigh: 0.09, inseam: 0.028, armLength: 0.029 },
  answersWithMass: { chest: 0.043, waist: 0.053, waistNavel: 0.053, hip: 0.037, neck: 0.053, shoulderBreadth: 0.044, upperArm: 0.059, thigh: 0.042, inseam: 0.029, armLength: 0.031 },
  answersWithBoth: { chest: 0.029, waist: 0.048, waistNavel: 0.047, hip: 0.025, neck: 0.037, shoulderBreadth: 0.034, upperArm: 0.054, thigh: 0.035, inseam: 0.028, armLength: 0.029 },
  pictures: { chest: 0.025, waist: 0.026, waistNavel: 0.022, hip: 0.028, neck: 0.026, shoulderBreadth: 0.024, upperArm: 0.06, thigh: 0.024, inseam: 0.015, armLength: 0.02 },
  picturesWithMass: { chest: 0.024, waist: 0.025, waistNavel: 0.022, hip: 0.028, neck: 0.026, shoulderBreadth: 0.023, upperArm: 0.056, thigh: 0.021, inseam: 0.015, armLength: 0.02 },
} as const satisfies Readonly<Record<string, UsualDoubt>>;
