import type { CameraPrior, CameraPriors } from '../../src/body/estimate-camera.ts';
import { estimateCamera, jointHeights } from '../../src/body/estimate-camera.ts';
import { FEATURE_NAMES, type FeatureName } from '../../src/body/features.ts';
import type { FeatureSensor, SensorModel } from '../../src/body/body-model.ts';
import type { MeasurementName } from '../../src/body/measurement-name.ts';
import { readViews, type ViewReadings } from '../../src/body/read-views.ts';
import type { View, ViewProfile } from '../../src/silhouette/index.ts';
import type { FactorGaussian } from '../../src/body/condition-gaussian.ts';
import type { Sex } from '../../src/body/body-estimate.ts';
import { fitCurveSensors } from './fit-curve-sensors.ts';
import type { Person } from './people.ts';
import { DATA_NAME } from './read-profiles.ts';

/** A person with truth and what the pose model made of their two pictures. */
export interface SeenPerson {
  readonly person: Person;
  readonly profiles: Readonly<Record<View, ViewProfile>>;
}

/** Which measurement each feature follows. */
const FEATURE_TARGET: Readonly<Record<FeatureName, MeasurementName>> = {
  shoulderSpan: 'shoulderBreadth', crotchHeight: 'inseam', hipHeight: 'inseam', armSpan: 'armLength', trunkSpan: 'torsoLength',
  neckWidth: 'neck', thighWidth: 'thigh', calfWidth: 'calf',
};

/** Hair and softness of the mask above the crown, and the reach of the toes; found on `people/` with known cameras. */
export const EXTENT: Readonly<Record<View, Pick<CameraPrior, 'aboveCrownCm' | 'footNearer'>>> = {
  front: { aboveCrownCm: 2, footNearer: 0.105 },
  side: { aboveCrownCm: 1.5, footNearer: 0.11 },
};

/** Errors that all rows of a view share: what remains of the camera's pitch, distance and the body's lean. */
const NOISE: SensorModel['noise'] = { level: 0.0035, scale: 0.012, reach: 5 };

/** Learns camera priors and sensors from people with known truth. */
export function fitSensors(people: readonly SeenPerson[], shape: Readonly<Record<Sex, FactorGaussian>>): SensorModel {
  const cameras: CameraPriors = { front: fitCameraPrior(people, 'front'), side: fitCameraPrior(people, 'side') };
  const readings = people.map(({ person, profiles }) =>
    readViews({ front: [profiles.front], side: [profiles.side] }, person.measurements['stature_cm'] ?? NaN, cameras));
  return { cameras, noise: NOISE, curves: fitCurveSensors(people.map(({ person }) => person), readings, shape), features: fitFeatures(people, readings) };
}

function fitCameraPrior(people: readonly SeenPerson[], view: View): CameraPrior {
  const extent = EXTENT[view];
  const heights = people.map(({ person, profiles }) => {
    const { pitch_deg: pitch, f_px: focalPx } = person.views[view].camera;
    const profile = profiles[view];
    const statureCm = person.measurements['stature_cm'] ?? NaN;
    const known = { pitchRad: (pitch * Math.PI) / 180, focal: focalPx / Math.max(profile.frameWidthPx, profile.frameHeightPx) };
    const blank: CameraPrior = { ...extent, joints: { mean: [], covariance: [] } };
    return jointHeights(profile, estimateCamera(profile, statureCm, blank, known), statureCm);
  });
  const mean = (heights[0] ?? []).map((_, k) => average(heights.map((of) => of[k] as number)));
  const covariance = mean.map((a, i) => mean.map((b, j) => average(heights.map((of) => ((of[i] as number) - a) * ((of[j] as number) - b))) + (i === j ? 1e-6 : 0)));
  return { ...extent, joints: { mean, covariance } };
}

function fitFeatures(people: readonly SeenPerson[], readings: readonly ViewReadings[]): Record<FeatureName, FeatureSensor> {
  return Object.fromEntries(FEATURE_NAMES.map((name) => {
    const target = FEATURE_TARGET[name];
    const points = people.flatMap(({ person }, i): [number, number][] => {
      const statureCm = person.measurements['stature_cm'] ?? NaN;
      const value = readings[i]?.features[name] ?? NaN;
      return value > 0 ? [[Math.log((person.measurements[DATA_NAME[target]] ?? NaN) / statureCm), Math.log(value / statureCm)]] : [];
    });
    return [name, { target, ...fitLine(points) }];
  })) as Record<FeatureName, FeatureSensor>;
}

/** Residuals beyond this many (robust) standard deviations do not count: touching thighs hide the crotch, hair the neck. */
const TUKEY = 4.5;

/** y = offset + slope x + error, by least squares with Tukey's weights. */
function fitLine(points: readonly (readonly [number, number])[]): { offset: number; slope: number; sd: number } {
  let weights = points.map(() => 1);
  let fit = { offset: 0, slope: 1, sd: 1 };
  for (let pass = 0; pass < 8; pass += 1) {
    const total = sum(weights);
    const mx = sum(points.map(([x], i) => x * (weights[i] as number))) / total;
    const my = sum(points.map(([, y], i) => y * (weights[i] as number))) / total;
    const slope = sum(points.map(([x, y], i) => (weights[i] as number) * (x - mx) * (y - my))) / sum(points.map(([x], i) => (weights[i] as number) * (x - mx) ** 2));
    const offset = my - slope * mx;
    const residuals = points.map(([x, y]) => y - offset - slope * x);
    const sd = Math.sqrt(sum(residuals.map((r, i) => (weights[i] as number) * r * r)) / total);
    fit = { offset, slope, sd };
    const median = residuals.map(Math.abs).toSorted((a, b) => a - b)[Math.floor(residuals.length / 2)] as number;
    weights = residuals.map((r) => Math.max(1e-3, 1 - Math.min(1, Math.abs(r) / (TUKEY * 1.4826 * median)) ** 2) ** 2);
  }
  return fit;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const average = (values: readonly number[]): number => sum(values) / values.length;
