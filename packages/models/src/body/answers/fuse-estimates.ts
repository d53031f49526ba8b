import type { BodyEstimate, BodyProfile, Sex } from '../body-estimate.ts';
import type { BodyModel } from '../body-model.ts';
import { gaussianEstimates } from '../gaussian-estimates.ts';
import { MEASUREMENT_NAMES } from '../measurement-name.ts';
import { answerGaussian } from './answer-gaussian.ts';
import { cueObservations } from './body-cues.ts';
import type { BodyHints } from './body-hints.ts';
import { estimateGaussian } from './estimate-gaussian.ts';
import { massObservation } from './mass-observation.ts';
import type { Observation } from './observation.ts';
import { toldPosterior } from './told-posterior.ts';
import { usualSizeObservations } from './usual-size.ts';

/** What the shopper told after the scan. A mass that the scan already used counts once. */
export interface LaterAnswers extends BodyHints {
  readonly massKg?: number;
  readonly ageYears?: number;
}

/**
 * `contradicting`: camera and answers can hardly both be right (beyond the 99 % point of what their doubts allow).
 * The body is then wider, not surer; ask again or scan again.
 */
export interface FusedEstimate {
  readonly status: 'fused' | 'contradicting';
  readonly body: BodyEstimate;
}

/**
 * A camera estimate together with answers given later. The camera's estimate already holds what is known of people in general,
 * so the answers join as likelihoods (what would a body like this have answered?), not as a second estimate: nothing counts twice.
 * All answers at once; their order does not matter. The sex belongs into the scan itself, which knows both.
 */
export function fuseEstimates(camera: BodyEstimate, later: LaterAnswers, model: Pick<BodyModel, 'answers' | 'mass'>): FusedEstimate {
  const { massKg = later.massKg, ageYears = later.ageYears } = camera.profile;
  const profile: BodyProfile = { ...camera.profile, ...(massKg !== undefined && { massKg }), ...(ageYears !== undefined && { ageYears }) };
  const sexes: readonly Sex[] = profile.sex === undefined ? ['female', 'male'] : [profile.sex];
  const prior = estimateGaussian(camera);
  const { gaussian, contradicting } = toldPosterior(sexes.map((sex) => ({
    sex, weight: 1, prior, relative: cueObservations(later.cues ?? {}, answerGaussian(profile, sex, model)),
    judging: [...massTold(camera, later, sex, model), ...usualSizeObservations(later.usualSizes ?? [], profile.statureCm)],
  })));
  const names = MEASUREMENT_NAMES.filter((name) => camera.measurements[name] !== undefined);
  const estimates = gaussianEstimates(gaussian, MEASUREMENT_NAMES, profile.statureCm);
  const measurements = Object.fromEntries(names.map((name) => [name, estimates.measurements[name]]));
  return { status: contradicting ? 'contradicting' : 'fused', body: { source: camera.source, profile, measurements, correlation: estimates.correlation } };
}

function massTold(camera: BodyEstimate, { massKg }: LaterAnswers, sex: Sex, model: Pick<BodyModel, 'mass'>): Observation[] {
  const regression = model.mass?.[sex];
  if (massKg === undefined || camera.profile.massKg !== undefined || regression === undefined) return [];
  return [massObservation(regression, massKg, camera.profile.statureCm)];
}
