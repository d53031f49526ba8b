import type { BodyEstimate, BodyProfile, MeasuredBody, Sex } from '../body-estimate.ts';
import type { BodyModel } from '../body-model.ts';
import { MEASUREMENT_NAMES } from '../measurement-name.ts';
import { mixedEstimates } from '../mixed-estimates.ts';
import { answerGaussian } from './answer-gaussian.ts';
import { cueObservations } from './body-cues.ts';
import type { BodyHints } from './body-hints.ts';
import { estimateGaussian } from './estimate-gaussian.ts';
import { massObservation } from './mass-observation.ts';
import type { Observation } from './observation.ts';
import { type SexBelief, toldPosterior } from './told-posterior.ts';
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
  const { parts, contradicting } = toldPosterior(priorsOf(camera).map(({ sex, weight, prior }) => ({
    sex, weight, prior, relative: cueObservations(later.cues ?? {}, answerGaussian(profile, sex, model)),
    judging: [...massTold(camera, later, sex, model), ...usualSizeObservations(later.usualSizes ?? [], profile.statureCm)],
  })));
  const estimates = mixedEstimates(parts, MEASUREMENT_NAMES, profile.statureCm);
  return { status: contradicting ? 'contradicting' : 'fused', body: { source: camera.source, profile, ...estimates, ...asMeasured(camera, estimates), ...(estimates.sexes && { sexes: estimates.sexes.map((part) => ({ ...part, ...asMeasured(camera, part) })) }) } };
}

/** Before what was told later: the sexes as the camera tells them apart; a body that was measured without them stands for both. */
function priorsOf(camera: BodyEstimate): Pick<SexBelief, 'sex' | 'weight' | 'prior'>[] {
  const { profile: { sex }, sexes } = camera;
  if (sexes && sex === undefined) return sexes.map((part) => ({ sex: part.sex, weight: part.weight, prior: estimateGaussian({ ...camera, ...part }) }));
  const prior = estimateGaussian(camera);
  return (sex === undefined ? ['female', 'male'] as const : [sex]).map((each) => ({ sex: each, weight: 1, prior }));
}

/** Without what the camera did not measure. */
function asMeasured(camera: BodyEstimate, { measurements }: MeasuredBody): Pick<MeasuredBody, 'measurements'> {
  return { measurements: Object.fromEntries(Object.entries(measurements).filter(([name]) => Object.hasOwn(camera.measurements, name))) };
}

function massTold(camera: BodyEstimate, { massKg }: LaterAnswers, sex: Sex, model: Pick<BodyModel, 'mass'>): Observation[] {
  const regression = model.mass?.[sex];
  if (massKg === undefined || camera.profile.massKg !== undefined || regression === undefined) return [];
  return [massObservation(regression, massKg, camera.profile.statureCm)];
}
