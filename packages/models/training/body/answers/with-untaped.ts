import { DATA_NAME, type BodyProfileRow } from '../read-profiles.ts';
import { predict, ridge } from '../ridge.ts';
import type { AnsweredRow } from './answer-sample.ts';

/** Gives every surveyed person the natural waist and back length that the synthetic bodies of that build have. */
export function withUntaped(rows: readonly AnsweredRow[], profiles: readonly BodyProfileRow[]): AnsweredRow[] {
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
