import { join } from 'node:path';
import type { BodyProfile, Sex } from '../../src/body/body-estimate.ts';
import type { MeasurementName } from '../../src/body/measurement-name.ts';
import { readCsv, type CsvRow } from './read-csv.ts';

/** A measured person: answers and tape measurements in cm. */
export interface SurveyRow {
  readonly profile: Required<BodyProfile>;
  readonly measurements: Readonly<Partial<Record<MeasurementName, number>>>;
  /** Callipers (cm): what a silhouette could see. */
  readonly callipers: Readonly<Record<CalliperName, number>>;
}

export const CALLIPER_NAMES = ['chestDepth', 'waistBreadth', 'waistDepth', 'hipBreadth', 'hipDepth'] as const;
export type CalliperName = (typeof CALLIPER_NAMES)[number];

const CALLIPERS: Readonly<Record<CalliperName, string>> = {
  chestDepth: 'chestdepth', waistBreadth: 'waistbreadth', waistDepth: 'waistdepth', hipBreadth: 'hipbreadth', hipDepth: 'buttockdepth',
};

/** Rows of an ANSUR II file. */
export function readAnsur(file: string): SurveyRow[] {
  return readCsv(file).map(readAnsurRow);
}

/** mm -> cm. ANSUR II's waist is at the navel; its biceps is flexed and its back length ends at the navel: left out. */
export function readAnsurRow(row: CsvRow): SurveyRow {
  const cm = (name: string): number => Number(row[name]) / 10;
  return {
    profile: { statureCm: cm('stature'), massKg: cm('weightkg'), ageYears: Number(row['Age']), sex: row['Gender'] === 'Female' ? 'female' : 'male' },
    measurements: {
      chest: cm('chestcircumference'), waistNavel: cm('waistcircumference'), hip: cm('buttockcircumference'), neck: cm('neckcircumference'),
      shoulderBreadth: cm('biacromialbreadth'), thigh: cm('thighcircumference'), calf: cm('calfcircumference'), wrist: cm('wristcircumference'),
      inseam: cm('crotchheight'), armLength: cm('acromionradialelength') + cm('radialestylionlength'), torsoLength: cm('acromialheight') - cm('crotchheight'),
    },
    callipers: Object.fromEntries(CALLIPER_NAMES.map((name) => [name, cm(CALLIPERS[name])])) as Record<CalliperName, number>,
  };
}

export function readAnsurBoth(dataDir: string): SurveyRow[] {
  return ['ansur2-men.csv', 'ansur2-women.csv'].flatMap((file) => readAnsur(join(dataDir, 'anthropometry', file)));
}

/** Adults of NHANES, not pregnant, with height and weight: what ANSUR II lacks, the heavy, the old and the relaxed upper arm. Its waist is at the iliac crest. */
export function readNhanes(dataDir: string): Pick<SurveyRow, 'profile' | 'measurements'>[] {
  const folder = join(dataDir, 'anthropometry');
  const people = new Map(readCsv(join(folder, 'nhanes-2017-demographics.csv')).map((row) => [Number(row['SEQN']), row]));
  return readCsv(join(folder, 'nhanes-2017-body.csv')).flatMap((row) => {
    const who: CsvRow = people.get(Number(row['SEQN'])) ?? {};
    const [statureCm, massKg, ageYears] = [row['BMXHT'], row['BMXWT'], who['RIDAGEYR']].map(Number) as [number, number, number];
    const usable = statureCm >= 120 && massKg >= 25 && ageYears >= 18 && Number(who['RIDEXPRG']) !== 1;
    const sex: Sex = who['RIAGENDR'] === '2' ? 'female' : 'male';
    return usable ? [{ profile: { statureCm, massKg, ageYears, sex }, measurements: nhanesMeasurements(row) }] : [];
  });
}

function nhanesMeasurements(row: CsvRow): Partial<Record<MeasurementName, number>> {
  const taped: readonly (readonly [MeasurementName, number])[] = [['upperArm', Number(row['BMXARMC'])], ['waistNavel', Number(row['BMXWAIST'])], ['hip', Number(row['BMXHIP'])]];
  return Object.fromEntries(taped.filter(([, cm]) => cm > 0));
}
