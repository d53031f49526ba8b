import { answerGaussian } from '../../../src/body/answers/answer-gaussian.ts';
import { coefficientsOf } from '../../../src/body/answers/observation.ts';
import { updateGaussian } from '../../../src/body/answers/update-gaussian.ts';
import type { BodyEstimate, BodyProfile } from '../../../src/body/body-estimate.ts';
import type { BodyModel } from '../../../src/body/body-model.ts';
import { gaussianEstimates } from '../../../src/body/gaussian-estimates.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../../../src/body/measurement-name.ts';
import { normal, type Random } from '../random.ts';
import type { AnsweredRow } from './answer-sample.ts';

/** How a simulated camera errs at each girth, as a share: 3 %, independently. */
const CAMERA_SD = 0.03;
const SEEN: readonly MeasurementName[] = ['chest', 'waistNavel', 'hip', 'thigh'];

/**
 * What a camera would say that sees four girths of this person with errors, and knows people of these answers (`told`) beside: a stand-in
 * for `measureBody`, for which no real pictures with tape truth exist.
 */
export function simulateCamera({ profile, measurements }: AnsweredRow, told: readonly BodyProfile[], model: Pick<BodyModel, 'answers'>, random: Random): BodyEstimate[] {
  const seen = SEEN.filter((name) => (measurements[name] ?? NaN) > 0).map((name) => ({
    coefficients: coefficientsOf({ [name]: 1 }), sd: CAMERA_SD,
    value: Math.log((measurements[name] ?? NaN) / profile.statureCm) + CAMERA_SD * normal(random),
  }));
  return told.map((each): BodyEstimate => {
    const gaussian = updateGaussian(answerGaussian(each, profile.sex, model), seen);
    return { source: 'camera', profile: each, ...gaussianEstimates(gaussian, MEASUREMENT_NAMES, profile.statureCm) };
  });
}
