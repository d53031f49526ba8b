import { conditionGaussian, type FactorGaussian } from '../../src/body/condition-gaussian.ts';
import { matrix } from '../../src/body/linear-algebra.ts';
import { MEASUREMENT_NAMES } from '../../src/body/measurement-name.ts';
import { LEVEL_COUNT, SHAPE_VARIABLES, WIDTH_NAMES, type CurveName } from '../../src/body/shape-variables.ts';
import type { Person } from './people.ts';
import { CUT_NAME, DATA_NAME } from './read-profiles.ts';

/** The curve that a body with these true measurements most likely has: the nearest thing to a true profile of `people/`. */
export function expectedCurve(model: FactorGaussian, person: Person, curve: CurveName): Float64Array {
  const truth = truthOf(person);
  const noise = matrix(truth.length, truth.length, (i, j) => (i === j ? 0.004 ** 2 : 0));
  const targets = Array.from({ length: LEVEL_COUNT }, (_, level) => SHAPE_VARIABLES.curve(curve, level));
  return conditionGaussian(model, { indices: truth.map(([index]) => index), values: truth.map(([, value]) => value), noise }, targets).mean;
}

function truthOf(person: Person): [number, number][] {
  const statureCm = person.measurements['stature_cm'] ?? NaN;
  const log = (cm: number | undefined): number => Math.log((cm ?? NaN) / statureCm);
  return [
    ...MEASUREMENT_NAMES.map((name): [number, number] => [SHAPE_VARIABLES.measurement(name), log(person.measurements[DATA_NAME[name]])]),
    ...WIDTH_NAMES.map((name): [number, number] => [SHAPE_VARIABLES.breadth(name), log(person.torso_breadth_depth_cm[CUT_NAME[name]]?.[0])]),
    ...WIDTH_NAMES.map((name): [number, number] => [SHAPE_VARIABLES.cutDepth(name), log(person.torso_breadth_depth_cm[CUT_NAME[name]]?.[1])]),
    [SHAPE_VARIABLES.stature, Math.log(statureCm)],
    [SHAPE_VARIABLES.mass, Math.log(person.measurements['mass_kg'] ?? NaN)],
  ];
}
