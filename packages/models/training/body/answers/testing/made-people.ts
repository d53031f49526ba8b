import type { Sex } from '../../../../src/body/body-estimate.ts';
import type { MeasurementName } from '../../../../src/body/measurement-name.ts';
import { normal, seededRandom } from '../../random.ts';
import type { SurveyRow } from '../../read-anthropometry.ts';

/** Girths per stature of a made person of BMI 26, and how they rise with log BMI. */
const BUILD: Readonly<Partial<Record<MeasurementName, readonly [share: number, rise: number, sd: number]>>> = {
  chest: [0.6, 0.45, 0.03], waistNavel: [0.55, 0.7, 0.04], hip: [0.59, 0.4, 0.02], neck: [0.22, 0.3, 0.03], thigh: [0.36, 0.55, 0.03], calf: [0.23, 0.4, 0.03],
  wrist: [0.1, 0.2, 0.03], shoulderBreadth: [0.235, 0.05, 0.03], inseam: [0.48, -0.02, 0.03], armLength: [0.35, 0, 0.03], torsoLength: [0.34, 0, 0.03],
};

/** People who follow a known rule, for tests: log girth per stature is linear in log BMI, with normal errors. */
export function madePeople(count: number, sex: Sex, seed = 1): SurveyRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const statureCm = 170 + 7 * normal(random);
    const logBmi = 0.15 * normal(random);
    const massKg = 26 * Math.exp(logBmi) * (statureCm / 100) ** 2;
    const girth = ([share, rise, sd]: readonly [number, number, number]): number => statureCm * share * Math.exp(rise * logBmi + sd * normal(random));
    const measurements = Object.fromEntries(Object.entries(BUILD).map(([name, build]) => [name, girth(build)]));
    return { profile: { statureCm, massKg, sex, ageYears: 18 + Math.floor(40 * random()) }, measurements, callipers: { chestDepth: 25, waistBreadth: 30, waistDepth: 22, hipBreadth: 35, hipDepth: 24 } };
  });
}
