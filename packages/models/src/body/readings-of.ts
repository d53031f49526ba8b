import type { BodyProfile } from './body-estimate.ts';
import type { CalibrationName, SensorModel } from './body-model.ts';
import { FEATURE_NAMES, WIDTH_FEATURES } from './features.ts';
import type { ViewReadings } from './read-views.ts';
import { curveReadings, type Reading } from './shape-evidence.ts';
import { SHAPE_VARIABLES, type CurveName } from './shape-variables.ts';

/** How exactly a told stature is meant, as a share. */
const TOLD_STATURE_SD = 0.004;
/** How exactly a told mass stands for the body's volume: scales, clothes, water and bone differ, but a synthetic body's mass is its volume. */
const TOLD_MASS_SD: Readonly<Record<CalibrationName, number>> = { field: 0.02, synthetic: 0.005 };

/** Everything that one way of using the side view conditions on. */
export function readingsOf(sensors: SensorModel, views: ViewReadings, profile: BodyProfile, side: readonly CurveName[], calibration: CalibrationName): Reading[] {
  const curves: readonly CurveName[] = ['width', ...side];
  const told: Reading[] = [{ kind: 'scalar', index: SHAPE_VARIABLES.stature, value: Math.log(profile.statureCm), sd: TOLD_STATURE_SD, outward: 0 }];
  if (profile.massKg !== undefined) told.push({ kind: 'scalar', index: SHAPE_VARIABLES.mass, value: Math.log(profile.massKg), sd: TOLD_MASS_SD[calibration], outward: 0 });
  return [
    ...curves.flatMap((curve) => curveReadings(curve, views.curves[curve], sensors.curves[curve])),
    ...featureReadings(sensors, views, profile.statureCm),
    ...told,
  ];
}

function featureReadings(sensors: SensorModel, views: ViewReadings, statureCm: number): Reading[] {
  return FEATURE_NAMES.flatMap((name): Reading[] => {
    const sensor = sensors.features[name];
    const value = views.features[name];
    if (sensor === undefined || !(value > 0)) return [];
    const index = sensor.target === 'ankle' ? SHAPE_VARIABLES.ankle : SHAPE_VARIABLES.measurement(sensor.target);
    const outward = WIDTH_FEATURES.has(name) ? (2 * statureCm) / value / sensor.slope : 0;
    return [{ kind: 'scalar', index, value: (Math.log(value / statureCm) - sensor.offset) / sensor.slope, sd: sensor.sd / sensor.slope, outward }];
  });
}
