import { answerFeatures } from '../../src/body/answer-features.ts';
import type { BodyProfile, Sex } from '../../src/body/body-estimate.ts';
import type { AnswerInputs, AnswerRegression, BodyModel } from '../../src/body/body-model.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../../src/body/measurement-name.ts';
import type { SurveyRow } from './read-anthropometry.ts';
import { DATA_NAME, type BodyProfileRow } from './read-profiles.ts';
import { predict, ridge } from './ridge.ts';

/** A person of any source with answers and some measurements. */
export type AnsweredRow = Pick<SurveyRow, 'profile' | 'measurements'>;

/** Real people, and the synthetic ones for what no survey taped: the natural waist against the navel's, the back length. */
export interface AnswerSources {
  readonly ansur: readonly AnsweredRow[];
  readonly nhanesArms: readonly AnsweredRow[];
  readonly profiles: readonly BodyProfileRow[];
}

/** Taped natural waists were never seen: how far real people's ratio to the navel girth may be from the meshes'. */
const UNTAPED_SD: Readonly<Partial<Record<MeasurementName, number>>> = { waist: 0.015, backWaistLength: 0.02 };

const INPUTS: Readonly<Record<AnswerInputs, (profile: Required<BodyProfile>) => BodyProfile>> = {
  'stature': ({ statureCm, sex }) => ({ statureCm, sex }),
  'stature+age': ({ statureCm, ageYears, sex }) => ({ statureCm, ageYears, sex }),
  'stature+mass': ({ statureCm, massKg, sex }) => ({ statureCm, massKg, sex }),
  'stature+mass+age': (profile) => profile,
};

export function fitAnswers(sources: AnswerSources): BodyModel['answers'] {
  const ofSex = (sex: Sex): Record<AnswerInputs, AnswerRegression> => {
    const own = (rows: readonly AnsweredRow[]): AnsweredRow[] => rows.filter(({ profile }) => profile.sex === sex);
    const real = { ansur: withUntaped(own(sources.ansur), sources.profiles.filter((row) => row.sex === sex)), arms: own(sources.nhanesArms) };
    return Object.fromEntries(Object.entries(INPUTS).map(([name, pick]) => [name, fitInputs(real.ansur, real.arms, pick)])) as Record<AnswerInputs, AnswerRegression>;
  };
  return { female: ofSex('female'), male: ofSex('male') };
}

function fitInputs(ansur: readonly AnsweredRow[], arms: readonly AnsweredRow[], pick: (profile: Required<BodyProfile>) => BodyProfile): AnswerRegression {
  const fits = MEASUREMENT_NAMES.map((name) => fitTarget(name, name === 'upperArm' ? arms : ansur, pick));
  const covariance = fits.map((a, i) => fits.map((b, j) => {
    const variance = i === j ? (UNTAPED_SD[MEASUREMENT_NAMES[i] as MeasurementName] ?? 0) ** 2 : 0;
    return a.residuals.length === b.residuals.length ? meanProduct(a.residuals, b.residuals) + variance : 0;
  }));
  return { targets: MEASUREMENT_NAMES, weights: fits.map(({ weights }) => [...weights]), covariance };
}

function fitTarget(name: MeasurementName, rows: readonly AnsweredRow[], pick: (profile: Required<BodyProfile>) => BodyProfile): { weights: Float64Array; residuals: number[] } {
  const features = rows.map(({ profile }) => answerFeatures(pick(profile)));
  const targets = rows.map(({ profile, measurements }) => Math.log((measurements[name] ?? NaN) / profile.statureCm));
  const weights = ridge(features, targets);
  return { weights, residuals: targets.map((target, i) => target - predict(weights, features[i] ?? [])) };
}

/** Gives every surveyed person the natural waist and back length that the synthetic bodies of that build have. */
function withUntaped(rows: readonly AnsweredRow[], profiles: readonly BodyProfileRow[]): AnsweredRow[] {
  const known = (row: BodyProfileRow, name: string): number => row.measurements[name] ?? NaN;
  const synthetic = profiles.map((row) => buildFeatures(known(row, 'stature_cm'), known(row, 'mass_kg'), known(row, DATA_NAME.waistNavel)));
  const waist = ridge(synthetic, profiles.map((row) => Math.log(known(row, DATA_NAME.waist) / known(row, DATA_NAME.waistNavel))));
  const back = ridge(synthetic, profiles.map((row) => Math.log(known(row, DATA_NAME.backWaistLength) / known(row, 'stature_cm'))));
  return rows.map(({ profile, measurements }) => {
    const navel = measurements.waistNavel ?? NaN;
    const features = buildFeatures(profile.statureCm, profile.massKg, navel);
    return { profile, measurements: { ...measurements, waist: navel * Math.exp(predict(waist, features)), backWaistLength: profile.statureCm * Math.exp(predict(back, features)) } };
  });
}

function buildFeatures(statureCm: number, massKg: number, navelCm: number): number[] {
  return [1, Math.log(statureCm / 170), Math.log(massKg / (statureCm / 100) ** 2 / 26), Math.log(navelCm / statureCm / 0.53)];
}

function meanProduct(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / a.length;
}
