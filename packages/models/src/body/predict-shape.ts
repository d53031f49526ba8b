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

/** What follows for `targets` (variables of the shape model), one Gaussian a sex, with the weight of the sex. */
export interface ShapePrediction {
  readonly sexes: readonly (WeightedGaussian & { readonly sex: Sex })[];
}

/** Conditions the shape model on what was read and told. */
export function predictShape(model: BodyModel, views: ViewReadings, profile: BodyProfile, targets: readonly number[]): ShapePrediction {
  const sexes: readonly Sex[] = profile.sex === undefined ? ['female', 'male'] : [profile.sex];
  const ways = sexes.map((sex) => ({ sex, ways: SIDE_CURVES.map((side) => predictOneWay(model, sex, readingsOf(model, views, profile, side), targets)) }));
  const best = Math.max(...ways.map((of) => of.ways[0]?.logLikelihood ?? -Infinity));
  return {
    sexes: ways.map((of) => ({
      sex: of.sex,
      weight: Math.exp((of.ways[0]?.logLikelihood ?? -Infinity) - best),
      ...mixGaussians(of.ways.map((way) => ({ ...way, weight: 1 }))),
    })),
  };
}

/** The sex is judged on all rows, the measurements on those that survive cleaning. */
function predictOneWay(model: BodyModel, sex: Sex, readings: readonly Reading[], targets: readonly number[]): Posterior {
  const shape = model.shape[sex];
  const { noise } = model.sensors;
  const { logLikelihood } = conditionGaussian(shape, shapeEvidence(shape, readings, noise), []);
  const cleaned = cleanReadings(shape, readings, noise);
  return { ...conditionGaussian(shape, shapeEvidence(shape, cleaned, noise), targets), logLikelihood };
}

function readingsOf(model: BodyModel, views: ViewReadings, profile: BodyProfile, side: readonly CurveName[]): Reading[] {
  const curves: readonly CurveName[] = ['width', ...side];
  const told: Reading[] = [{ kind: 'scalar', index: SHAPE_VARIABLES.stature, value: Math.log(profile.statureCm), sd: TOLD_SD.stature }];
  if (profile.massKg !== undefined) told.push({ kind: 'scalar', index: SHAPE_VARIABLES.mass, value: Math.log(profile.massKg), sd: TOLD_SD.mass });
  return [
    ...curves.flatMap((curve) => curveReadings(curve, views.curves[curve], model.sensors.curves[curve])),
    ...featureReadings(model, views, profile.statureCm),
    ...told,
  ];
}

function featureReadings(model: BodyModel, views: ViewReadings, statureCm: number): Reading[] {
  return FEATURE_NAMES.flatMap((name): Reading[] => {
    const sensor = model.sensors.features[name];
    const value = views.features[name];
    if (sensor === undefined || !(value > 0)) return [];
    const index = SHAPE_VARIABLES.measurement(sensor.target);
    return [{ kind: 'scalar', index, value: (Math.log(value / statureCm) - sensor.offset) / sensor.slope, sd: sensor.sd / sensor.slope }];
  });
}
