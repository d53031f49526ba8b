import type { Sex } from '../../../src/body/body-estimate.ts';
import type { MassRegression } from '../../../src/body/body-model.ts';
import type { MeasurementName } from '../../../src/body/measurement-name.ts';
import { predict, ridge } from '../ridge.ts';
import type { AnsweredRow } from './answer-sample.ts';

/** Measurements that carry mass and that a camera sees. */
const TARGETS: readonly MeasurementName[] = ['chest', 'waistNavel', 'hip', 'thigh', 'calf', 'neck', 'shoulderBreadth', 'inseam'];

/** How mass follows from stature and measurements of people. */
export function fitMass(rows: readonly AnsweredRow[], sex: Sex): MassRegression {
  const own = rows.filter(({ profile }) => profile.sex === sex);
  const features = own.map(({ profile, measurements }) => [1, Math.log(profile.statureCm), ...TARGETS.map((name) => Math.log((measurements[name] ?? NaN) / profile.statureCm))]);
  const masses = own.map(({ profile }) => Math.log(profile.massKg));
  const weights = ridge(features, masses, 1e-7);
  const squares = masses.reduce((sum, mass, i) => sum + (mass - predict(weights, features[i] as number[])) ** 2, 0);
  return { targets: TARGETS, weights: [...weights], sd: Math.sqrt(squares / (own.length - weights.length)) };
}
