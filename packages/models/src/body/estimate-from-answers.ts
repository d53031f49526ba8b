import { answerGaussian } from './answers/answer-gaussian.ts';
import { cueObservations } from './answers/body-cues.ts';
import type { BodyHints } from './answers/body-hints.ts';
import { toldPosterior } from './answers/told-posterior.ts';
import { usualSizeObservations } from './answers/usual-size.ts';
import type { BodyEstimate, BodyProfile, Sex } from './body-estimate.ts';
import type { BodyModel } from './body-model.ts';
import { MEASUREMENT_NAMES } from './measurement-name.ts';
import { mixedEstimates } from './mixed-estimates.ts';

/**
 * Measurements that follow from height and what else was told, with the doubt that leaves. Trained on real people
 * (ANSUR II, NHANES). Without the sex it is the mixture of both, which are told apart in `sexes`. Hints that contradict the rest widen the intervals.
 */
export function estimateFromAnswers(profile: BodyProfile, model: BodyModel, { cues = {}, usualSizes = [] }: BodyHints = {}): BodyEstimate {
  const sexes: readonly Sex[] = profile.sex === undefined ? ['female', 'male'] : [profile.sex];
  const { parts } = toldPosterior(sexes.map((sex) => {
    const prior = answerGaussian(profile, sex, model);
    return {
      sex, prior, weight: sexWeight(model, sex, profile),
      judging: usualSizeObservations(usualSizes, profile.statureCm), relative: cueObservations(cues, prior),
    };
  }));
  return { source: 'answers', profile, ...mixedEstimates(parts, MEASUREMENT_NAMES, profile.statureCm) };
}

/** How likely this stature is for the sex: both sexes are as frequent. */
function sexWeight(model: BodyModel, sex: Sex, profile: BodyProfile): number {
  const { mean, sd } = model.stature[sex];
  return Math.exp(-0.5 * ((profile.statureCm - mean) / sd) ** 2) / sd;
}
