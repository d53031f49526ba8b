import { answerFeatures, answerInputs } from './answer-features.ts';
import type { BodyEstimate, BodyProfile, Sex } from './body-estimate.ts';
import type { BodyModel } from './body-model.ts';
import { gaussianEstimates } from './gaussian-estimates.ts';
import { matrix } from './linear-algebra.ts';
import { mixGaussians, type Gaussian } from './mix-gaussians.ts';

/**
 * Measurements that follow from height and what else was told, with the doubt that leaves. Trained on real people
 * (ANSUR II, NHANES). Without the sex it is the mixture of both.
 */
export function estimateFromAnswers(profile: BodyProfile, model: BodyModel): BodyEstimate {
  const sexes: readonly Sex[] = profile.sex === undefined ? ['female', 'male'] : [profile.sex];
  const inputs = answerInputs(profile);
  const targets = model.answers[sexes[0] as Sex][inputs].targets;
  const gaussian = mixGaussians(sexes.map((sex) => ({ ...predicted(model, sex, profile), weight: sexWeight(model, sex, profile) })));
  return { source: 'answers', profile, ...gaussianEstimates(gaussian, targets, profile.statureCm) };
}

function predicted(model: BodyModel, sex: Sex, profile: BodyProfile): Gaussian {
  const { weights, covariance } = model.answers[sex][answerInputs(profile)];
  const features = answerFeatures(profile);
  return {
    mean: Float64Array.from(weights, (row) => row.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), 0)),
    covariance: matrix(covariance.length, covariance.length, (i, j) => covariance[i]?.[j] ?? 0),
  };
}

/** How likely this stature is for the sex: both sexes are as frequent. */
function sexWeight(model: BodyModel, sex: Sex, profile: BodyProfile): number {
  const { mean, sd } = model.stature[sex];
  return Math.exp(-0.5 * ((profile.statureCm - mean) / sd) ** 2) / sd;
}
