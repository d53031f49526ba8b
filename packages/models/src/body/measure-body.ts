import type { View } from '../silhouette/index.ts';
import type { BodyEstimate, BodyProfile, Sex } from './body-estimate.ts';
import type { BodyModel, CalibrationName } from './body-model.ts';
import { checkViews } from './check-views.ts';
import type { KnownCamera } from './estimate-camera.ts';
import { gaussianEstimates } from './gaussian-estimates.ts';
import { MEASUREMENT_NAMES } from './measurement-name.ts';
import { cell, matrix } from './linear-algebra.ts';
import { mixGaussians, type WeightedGaussian } from './mix-gaussians.ts';
import { predictShape } from './predict-shape.ts';
import { readViews, type BodyViews } from './read-views.ts';
import type { RefusalReason } from './refusal-reason.ts';
import { SHAPE_VARIABLES, WIDTH_NAMES, type WidthName } from './shape-variables.ts';

/** What `measureBody` is given. */
export interface MeasureInput extends BodyViews {
  readonly profile: BodyProfile;
  readonly model: Pick<BodyModel, 'shape' | 'sensors' | 'calibrations' | 'spread'>;
  /** How girths follow from widths and depths. @default 'field' */
  readonly calibration?: CalibrationName;
  /** Pitch from the phone's sensor, focal length from the picture's metadata. */
  readonly cameras?: Partial<Record<View, KnownCamera>>;
}

/** Breadth and depth of the trunk in cm at its named cuts. */
export type TrunkWidths = Readonly<Record<WidthName, readonly [breadthCm: number, depthCm: number]>>;

export type MeasureOutcome =
  | { readonly status: 'measured'; readonly body: BodyEstimate; readonly widths: TrunkWidths }
  | { readonly status: 'refused'; readonly view: View; readonly reason: RefusalReason };

const TARGETS = [
  ...MEASUREMENT_NAMES.map(SHAPE_VARIABLES.measurement),
  ...WIDTH_NAMES.map(SHAPE_VARIABLES.breadth),
  ...WIDTH_NAMES.map(SHAPE_VARIABLES.cutDepth),
];

/** Measurements of a body from the frames of a front and a side view, or the reason why these cannot be measured. */
export function measureBody({ front, side, profile, model, calibration = 'field', cameras }: MeasureInput): MeasureOutcome {
  const refusal = checkViews({ front, side });
  if (refusal !== undefined) return { status: 'refused', ...refusal };
  const readings = readViews({ front, side }, profile.statureCm, model.sensors.cameras, cameras);
  const { sexes } = predictShape(model, readings, profile, TARGETS);
  const gaussian = mixGaussians(sexes.map((part) => calibrated(part, model, calibration, part.sex)));
  const estimates = gaussianEstimates(gaussian, MEASUREMENT_NAMES, profile.statureCm, (name) => model.spread[name]);
  return { status: 'measured', body: { source: 'camera', profile, ...estimates }, widths: trunkWidths(gaussian.mean, profile.statureCm) };
}

function calibrated(part: WeightedGaussian, model: Pick<BodyModel, 'calibrations'>, calibration: CalibrationName, sex: Sex): WeightedGaussian {
  const shifts = MEASUREMENT_NAMES.map((name) => model.calibrations[calibration][sex][name] ?? { shift: 0, sd: 0 });
  return {
    weight: part.weight,
    mean: part.mean.map((value, i) => value + (shifts[i]?.shift ?? 0)),
    covariance: matrix(part.covariance.rows, part.covariance.columns, (i, j) => cell(part.covariance, i, j) + (i === j ? (shifts[i]?.sd ?? 0) ** 2 : 0)),
  };
}

function trunkWidths(mean: Float64Array, statureCm: number): TrunkWidths {
  const cm = (i: number): number => statureCm * Math.exp(mean[MEASUREMENT_NAMES.length + i] as number);
  return Object.fromEntries(WIDTH_NAMES.map((name, i) => [name, [cm(i), cm(i + WIDTH_NAMES.length)]])) as unknown as TrunkWidths;
}
