import { normalShare } from '../normal-share.ts';
import type { Certainty } from '../size-advice.ts';
import { type LogGrid, OFFSETS_CM } from './offset-grid.ts';
import type { SizeOutcome } from './outcome.ts';

// Returns for reasons that have nothing to do with the cut, yet name it.
const UNRELATED_SHARE = 0.06;
// What a shopper puts up with beyond the range of a size; looser more than tighter.
const TOLERATED_CM = { tight: 2, loose: 3 };
// How much shoppers differ in that, and in where within their size they lie.
const TASTE_SD_CM = 2;
/** How far a body lies from the middle of the size it was advised, beyond a uniform place within it. */
const ADVICE_SD_CM: Readonly<Record<Certainty, number>> = { high: 1.5, medium: 2.2, low: 3.5 };

/** Logarithm of the probability of the outcome for each offset of the garment. */
export function outcomeLikelihood({ result, stepCm, stepsFromAdvice, certainty }: SizeOutcome): LogGrid {
  const scaleCm = Math.hypot(TASTE_SD_CM, ADVICE_SD_CM[certainty], stepCm / Math.sqrt(12));
  const limitCm = { tight: stepCm / 2 + TOLERATED_CM.tight, loose: stepCm / 2 + TOLERATED_CM.loose };
  return OFFSETS_CM.map((offsetCm) => {
    const misfitCm = offsetCm - stepsFromAdvice * stepCm;
    const tooSmall = normalShare((misfitCm - limitCm.tight) / scaleCm);
    const tooLarge = normalShare((-misfitCm - limitCm.loose) / scaleCm);
    const related = { 'too-small': tooSmall, 'too-large': tooLarge, 'kept': 1 - tooSmall - tooLarge }[result];
    const unrelated = result === 'kept' ? 0 : 0.5;
    return Math.log(Math.max(1e-9, (1 - UNRELATED_SHARE) * related + UNRELATED_SHARE * unrelated));
  });
}
