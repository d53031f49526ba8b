import { keepProbability, otherProbability, type ResponseDesign } from './randomized-response.ts';

/** A share of people, seen through the noise of randomized response. */
export interface ShareEstimate {
  /** Unbiased; with few answers it may lie a little below 0 or above 1. */
  readonly share: number;
  readonly standardError: number;
}

/**
 * The share of people whose truth lies in `width` bins together, from how many of all answers fell into them.
 * @param answersInside 0 to `answers`
 * @param answers at least 1
 * @param width 1 to `design.bins`
 */
export function estimateShare(answersInside: number, answers: number, width: number, design: ResponseDesign): ShareEstimate {
  const other = otherProbability(design);
  const gain = keepProbability(design) - other;
  const seen = answersInside / answers;
  return { share: (seen - width * other) / gain, standardError: Math.sqrt((seen * (1 - seen)) / answers) / gain };
}
