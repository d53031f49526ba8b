import type { BodyProfile, Sex } from './body-estimate.ts';
import type { BodyModel } from './body-model.ts';
import { cleanReadings } from './clean-readings.ts';
import { conditionGaussian, type Posterior } from './condition-gaussian.ts';
import { FEATURE_NAMES } from './features.ts';
import { mixGaussians, type WeightedGaussian } from './mix-gaussians.ts';
import type { ViewReadings } from './read-views.ts';
import { curveReadings, shapeEvidence, type Reading } from './shape-evidence.ts';
import { SHAPE_VARIABLES, type CurveName } from './shape-variables.ts';

/** Two ways to use the side view: its depths, or its back and front edges with a free shift and lean. Their mean is better than each. */
const SIDE_CURVES: readonly (readonly CurveName[])[] = [['depth'], ['back', 'front']];
/** How exactly people know their stature and mass, as shares. */
const TOLD_SD = { stature: 0.004, mass: 0.02 } as const;

/** The part of the model that pictures need. */
type CameraModel = Pick<BodyModel, 'shape' | 'sensors'>;

/** What follows for `targets` (variables of the shape model), one Gaussian a sex, with the weight of the sex. */
export interface ShapePrediction {
  readonly sexes: readonly (WeightedGaussian & { readonly sex: Sex })[];
}

/** Conditions the shape model on what was read and told. */
export function predictShape(model: CameraModel, views: ViewReadings, profile: BodyProfile, targets: readonly number[]): ShapePrediction {
  const sexes: readonly Sex[] = profile.sex === undefined ? ['female', 'male'] : [profile.sex];
  const ways = SIDE_CURVES.map((side) => predictOneWay(model, sexes, readingsOf(model, views, profile, side), targets));
  const logWeights = sexes.map((_, i) => ways.reduce((sum, way) => sum + (way[i]?.logLikelihood ?? 0), 0) / ways.length);
  const best = Math.max(...logWeights);
  return {
    sexes: sexes.map((sex, i) => ({
      sex,
      weight: Math.exp((logWeights[i] as number) - best),
      ...mixGaussians(ways.map((way) => ({ ...(way[i] as Posterior), weight: 1 }))),
    })),
  };
}

/** All sexes are judged on the same rows: those that the sex which keeps the most of them keeps. */
function predictOneWay(model: CameraModel, sexes: readonly Sex[], readings: readonly Reading[], targets: readonly number[]): Posterior[] {
  const { noise } = model.sensors;
  const kept = sexes.map((sex) => cleanReadings(model.shape[sex], readings, noise)).reduce((most, each) => (each.length > most.length ? each : most));
  return sexes.map((sex) => conditionGaussian(model.shape[sex], shapeEvidence(model.shape[sex], kept, noise), targets));
}

function readingsOf(model: CameraModel, views: ViewReadings, profile: BodyProfile, side: readonly CurveName[]): Reading[] {
  const curves: readonly CurveName[] = ['width', ...side];
  const told: Reading[] = [{ kind: 'scalar', index: SHAPE_VARIABLES.stature, value: Math.log(profile.statureCm), sd: TOLD_SD.stature }];
  if (profile.massKg !== undefined) told.push({ kind: 'scalar', index: SHAPE_VARIABLES.mass, value: Math.log(profile.massKg), sd: TOLD_SD.mass });
  return [
    ...curves.flatMap((curve) => curveReadings(curve, views.curves[curve], model.sensors.curves[curve])),
    ...featureReadings(model, views, profile.statureCm),
    ...told,
  ];
}

function featureReadings(model: CameraModel, views: ViewReadings, statureCm: number): Reading[] {
  return FEATURE_NAMES.flatMap((name): Reading[] => {
    const sensor = model.sensors.features[name];
    const value = views.features[name];
    if (sensor === undefined || !(value > 0)) return [];
    const index = SHAPE_VARIABLES.measurement(sensor.target);
    return [{ kind: 'scalar', index, value: (Math.log(value / statureCm) - sensor.offset) / sensor.slope, sd: sensor.sd / sensor.slope }];
  });
}
