import type { CameraPrior, CameraPriors } from '../../src/body/estimate-camera.ts';
import { estimateCamera, jointHeights } from '../../src/body/estimate-camera.ts';
import { FEATURE_NAMES, type FeatureName } from '../../src/body/features.ts';
import type { BodyModel, FeatureSensor, FeatureTarget, PoseWeights, SensorModel } from '../../src/body/body-model.ts';
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
  /** The pose model's weights that saw them. */
  readonly weights: PoseWeights;
  /** Several looks at each picture. */
  readonly profiles: Readonly<Record<View, readonly ViewProfile[]>>;
}

/** Which measurement each feature follows. */
const FEATURE_TARGET: Readonly<Record<FeatureName, FeatureTarget>> = {
  shoulderSpan: 'shoulderBreadth', crotchHeight: 'inseam', hipHeight: 'inseam', armSpan: 'armLength', trunkSpan: 'torsoLength',
  neckWidth: 'neck', thighWidth: 'thigh', calfWidth: 'calf', ankleWidth: 'ankle',
};

/** Hair and softness of the mask above the crown, and the reach of the toes; found on `people/` with known cameras. */
export const EXTENT: Readonly<Record<View, Pick<CameraPrior, 'aboveCrownCm' | 'footNearer'>>> = {
  front: { aboveCrownCm: 2, footNearer: 0.105 },
  side: { aboveCrownCm: 1.5, footNearer: 0.11 },
};

/** Errors that all rows of a view share: what remains of the camera's pitch, distance and the body's lean. */
const NOISE: SensorModel['noise'] = { level: 0.0035, scale: 0.012, reach: 5 };

/** Learns camera priors and sensors from people with known truth, those of each variant of the weights apart; one that saw nobody takes the other's. */
export function fitSensors(seen: readonly SeenPerson[], shape: Readonly<Record<Sex, FactorGaussian>>): BodyModel['sensors'] {
  const of = (weights: PoseWeights): SensorModel => {
    const own = seen.filter((one) => one.weights === weights);
    return fitOwnSensors(own.length > 0 ? own : seen, shape);
  };
  return { lite: of('lite'), full: of('full') };
}

function fitOwnSensors(people: readonly SeenPerson[], shape: Readonly<Record<Sex, FactorGaussian>>): SensorModel {
  const cameras: CameraPriors = { front: fitCameraPrior(people, 'front'), side: fitCameraPrior(people, 'side') };
  const readings = people.map((one) => readingsOfPerson(one, cameras));
  return { cameras, noise: NOISE, curves: fitCurveSensors(people.map(({ person }) => person), readings, shape), features: fitFeatures(people, readings) };
}

export function readingsOfPerson({ person, profiles }: SeenPerson, cameras: CameraPriors): ViewReadings {
  return readViews(profiles, person.measurements['stature_cm'] ?? NaN, cameras);
}

function fitCameraPrior(people: readonly SeenPerson[], view: View): CameraPrior {
  const extent = EXTENT[view];
  const heights = people.flatMap(({ person, profiles }) => profiles[view].map((profile) => {
    const { pitch_deg: pitch, f_px: focalPx } = person.views[view].camera;
    const statureCm = person.measurements['stature_cm'] ?? NaN;
    const known = { pitchRad: (pitch * Math.PI) / 180, focal: focalPx / Math.max(profile.frameWidthPx, profile.frameHeightPx) };
    const blank: CameraPrior = { ...extent, joints: { mean: [], covariance: [] } };
    return jointHeights(profile, estimateCamera(profile, statureCm, blank, known), statureCm);
  }));
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
      return value > 0 ? [[Math.log((person.measurements[target === 'ankle' ? 'ankle_cm' : DATA_NAME[target]] ?? NaN) / statureCm), Math.log(value / statureCm)]] : [];
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
