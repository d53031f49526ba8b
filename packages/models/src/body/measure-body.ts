import type { View } from '../silhouette/index.ts';
import type { BodyEstimate, BodyProfile } from './body-estimate.ts';
import type { BodyModel, CalibrationName, PoseWeights } from './body-model.ts';
import { checkViews } from './check-views.ts';
import type { KnownCamera } from './estimate-camera.ts';
import { MEASUREMENT_NAMES } from './measurement-name.ts';
import { cell, matrix } from './linear-algebra.ts';
import { mixGaussians } from './mix-gaussians.ts';
import { type SexGaussian, mixedEstimates } from './mixed-estimates.ts';
import { looseProbability } from './outward-shift.ts';
import { predictShape } from './predict-shape.ts';
import { readViews, type BodyViews } from './read-views.ts';
import { seenRows, type SeenRows } from './seen-rows.ts';
import type { RefusalReason } from './refusal-reason.ts';
import { SHAPE_VARIABLES, WIDTH_NAMES, type WidthName } from './shape-variables.ts';

/** The frames of both views as one variant of the pose weights saw them. */
export interface Sighting extends BodyViews {
  readonly weights: PoseWeights;
}

/** What `measureBody` is given. */
export interface MeasureInput {
  /** At least one; two of the same person, by lite and full weights, are better than each. */
  readonly sightings: readonly Sighting[];
  readonly profile: BodyProfile;
  readonly model: Pick<BodyModel, 'shape' | 'correction' | 'sensors' | 'calibrations' | 'spread'>;
  /** How girths follow from widths and depths. @default 'field' */
  readonly calibration?: CalibrationName;
  /** Pitch from the phone's sensor, focal length from the picture's metadata. */
  readonly cameras?: Partial<Record<View, KnownCamera>>;
}

/** Breadth and depth of the trunk in cm at its named cuts. */
export type TrunkWidths = Readonly<Record<WidthName, readonly [breadthCm: number, depthCm: number]>>;

export type MeasureOutcome =
  | { readonly status: 'measured'; readonly body: BodyEstimate; readonly widths: TrunkWidths; readonly seen: SeenRows }
  | { readonly status: 'refused'; readonly view: View; readonly reason: RefusalReason };

const TARGETS = [
  ...MEASUREMENT_NAMES.map(SHAPE_VARIABLES.measurement),
  ...WIDTH_NAMES.map(SHAPE_VARIABLES.breadth),
  ...WIDTH_NAMES.map(SHAPE_VARIABLES.cutDepth),
];

/** Surer than this that clothes stand off the body, it is not measured. */
const MOST_LOOSE = 0.9;

/** Measurements of a body from the frames of a front and a side view, or the reason why these cannot be measured. */
export function measureBody({ sightings, profile, model, calibration = 'field', cameras }: MeasureInput): MeasureOutcome {
  const refusal = checkViews({ front: sightings.flatMap(({ front }) => front), side: sightings.flatMap(({ side }) => side) });
  if (refusal !== undefined) return { status: 'refused', ...refusal };
  const read = sightings.map(({ weights, ...views }) => ({ weights, views: readViews(views, profile.statureCm, model.sensors[weights].cameras, cameras) }));
  const { sexes, outward } = predictShape(model, { sightings: read, profile, calibration, targets: TARGETS });
  if (outward.shift > 0 && looseProbability(outward) > MOST_LOOSE) return { status: 'refused', view: 'front', reason: 'clothes-loose' };
  const parts = sexes.map((part) => calibrated(part, model, calibration));
  const estimates = mixedEstimates(parts, MEASUREMENT_NAMES, profile.statureCm, (name) => model.spread[name]);
  return { status: 'measured', body: { source: 'camera', profile, ...estimates }, widths: trunkWidths(mixGaussians(parts).mean, profile.statureCm), seen: seenRows(read.map(({ views }) => views)) };
}

function calibrated(part: SexGaussian, model: Pick<BodyModel, 'calibrations'>, calibration: CalibrationName): SexGaussian {
  const shifts = MEASUREMENT_NAMES.map((name) => model.calibrations[calibration][part.sex][name] ?? { shift: 0, sd: 0 });
  return {
    sex: part.sex,
    weight: part.weight,
    mean: part.mean.map((value, i) => value + (shifts[i]?.shift ?? 0)),
    covariance: matrix(part.covariance.rows, part.covariance.columns, (i, j) => cell(part.covariance, i, j) + (i === j ? (shifts[i]?.sd ?? 0) ** 2 : 0)),
  };
}

function trunkWidths(mean: Float64Array, statureCm: number): TrunkWidths {
  const cm = (i: number): number => statureCm * Math.exp(mean[MEASUREMENT_NAMES.length + i] as number);
  return Object.fromEntries(WIDTH_NAMES.map((name, i) => [name, [cm(i), cm(i + WIDTH_NAMES.length)]])) as unknown as TrunkWidths;
}
