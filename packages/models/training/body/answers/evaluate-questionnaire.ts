import { fuseEstimates } from '../../../src/body/answers/fuse-estimates.ts';
import type { BodyEstimate, BodyProfile, Sex } from '../../../src/body/body-estimate.ts';
import type { BodyModel } from '../../../src/body/body-model.ts';
import { estimateFromAnswers } from '../../../src/body/estimate-from-answers.ts';
import type { MeasurementName } from '../../../src/body/measurement-name.ts';
import { seededRandom } from '../random.ts';
import { DATA_NAME } from '../read-profiles.ts';
import type { SurveyRow } from '../read-anthropometry.ts';
import { coverage, type EstimatedTruth, type IntervalErrors, intervalErrors } from './interval-errors.ts';
import { simulateCamera } from './simulate-camera.ts';
import { SIMULATED_CHARTS, simulateCues, simulateSizes } from './simulate-hints.ts';

/** What the command promises figures for. */
export const MAIN_MEASUREMENTS: readonly MeasurementName[] = ['chest', 'waistNavel', 'hip'];
export const OTHER_MEASUREMENTS: readonly MeasurementName[] = ['neck', 'shoulderBreadth', 'thigh', 'calf', 'wrist', 'inseam', 'armLength', 'torsoLength'];

/** A measured person and the model to judge them by: one that was not trained on them, for honest figures. */
export interface QuestionnaireRow {
  readonly row: SurveyRow;
  readonly model: BodyModel;
}

type Errors = Readonly<Record<string, IntervalErrors>>;

export interface QuestionnaireGroup {
  readonly n: number;
  /** By `chest_cm`, `waist_navel_cm`, `hip_cm`. */
  readonly measurements: Errors;
  /** Share of truths inside the 90 % intervals, the three measurements pooled. */
  readonly coverage90: number;
}

/** Figures with simulated hints. */
export interface SimulatedGroup extends QuestionnaireGroup {
  /** Share of simulated choices that are the true size or word, the next one, farther off. */
  readonly choices: { readonly true: number; readonly next: number; readonly farther: number };
}

export interface QuestionnaireEvaluation extends QuestionnaireGroup {
  readonly otherMeasurements: Errors;
  readonly bySex: Readonly<Partial<Record<Sex, QuestionnaireGroup>>>;
  readonly byBmi: Readonly<Record<string, QuestionnaireGroup>>;
  /** Height, weight and sex without the age. */
  readonly withoutAge: Readonly<Partial<Record<Sex, QuestionnaireGroup>>>;
  /** What simulated hints add, by hint and sex. */
  readonly hints: Readonly<Record<string, Readonly<Partial<Record<Sex, SimulatedGroup>>>>>;
  /** A simulated camera that knows the stature; the same with the mass fused afterwards; the same with the mass known from the start. */
  readonly camera: Readonly<Record<CameraWay, Readonly<Partial<Record<Sex, QuestionnaireGroup>>>>>;
}

type CameraWay = 'stature' | 'massFused' | 'massFromTheStart';

type Hint = keyof typeof SIMULATED_CHARTS | 'cues';

const HINTS: Readonly<Record<string, readonly Hint[]>> = {
  usualTop: ['top'], usualTopAndTrousers: ['top', 'trousers'], cues: ['cues'], everything: ['top', 'trousers', 'cues'],
};

/** A person's truth beside what was estimated. */
interface Judged {
  readonly row: SurveyRow;
  readonly body: BodyEstimate;
}

/** @param noise factor on the simulated people's errors, against what the model assumes */
export function evaluateQuestionnaire(rows: readonly QuestionnaireRow[], seed: number, noise = 1): QuestionnaireEvaluation {
  const judged = rows.map(({ row, model }) => ({ row, body: estimateFromAnswers(row.profile, model) }));
  const withoutAge = rows.map(({ row, model }) => ({ row, body: estimateFromAnswers(withoutAgeOf(row.profile), model) }));
  const inBmi = ([from, to]: readonly [number, number]): Judged[] => judged.filter(({ row }) => bmi(row.profile) >= from && bmi(row.profile) < to);
  return {
    ...groupOf(judged),
    otherMeasurements: errorsOf(judged, OTHER_MEASUREMENTS),
    bySex: bySex(judged, groupOf),
    byBmi: Object.fromEntries(BMI_GROUPS.map(({ name, range }) => [name, groupOf(inBmi(range))])),
    withoutAge: bySex(withoutAge, groupOf),
    hints: Object.fromEntries(Object.entries(HINTS).map(([name, hints]) => [name, bySex(rows, (own) => simulatedGroup(own, hints, seed, noise))])),
    camera: cameraGroups(rows, seed),
  };
}

function bySex<Row extends { readonly row: SurveyRow }, T>(rows: readonly Row[], of: (own: readonly Row[]) => T): Partial<Record<Sex, T>> {
  const sexes = (['female', 'male'] as const).filter((sex) => rows.some(({ row }) => row.profile.sex === sex));
  return Object.fromEntries(sexes.map((sex) => [sex, of(rows.filter(({ row }) => row.profile.sex === sex))]));
}

const BMI_GROUPS = [{ name: 'under 22', range: [0, 22] }, { name: '22-28', range: [22, 28] }, { name: 'over 28', range: [28, Infinity] }] as const;

function bmi({ statureCm, massKg }: Required<BodyProfile>): number {
  return massKg / (statureCm / 100) ** 2;
}

function withoutAgeOf({ statureCm, massKg, sex }: Required<BodyProfile>): BodyProfile {
  return { statureCm, massKg, sex };
}

function groupOf(judged: readonly Judged[]): QuestionnaireGroup {
  const pooled = MAIN_MEASUREMENTS.flatMap((name) => estimatedTruths(judged, name));
  return { n: judged.length, measurements: errorsOf(judged, MAIN_MEASUREMENTS), coverage90: Number(coverage(pooled).toFixed(3)) };
}

function errorsOf(judged: readonly Judged[], names: readonly MeasurementName[]): Errors {
  return Object.fromEntries(names.flatMap((name) => {
    const truths = estimatedTruths(judged, name);
    return truths.length === 0 ? [] : [[DATA_NAME[name], intervalErrors(truths)]];
  }));
}

function estimatedTruths(judged: readonly Judged[], name: MeasurementName): EstimatedTruth[] {
  return judged.flatMap(({ row, body }) => {
    const [truthCm, estimate] = [row.measurements[name] ?? NaN, body.measurements[name]];
    return estimate === undefined || !(truthCm > 0) ? [] : [{ truthCm, ...estimate }];
  });
}

function simulatedGroup(rows: readonly QuestionnaireRow[], hints: readonly Hint[], seed: number, noise: number): SimulatedGroup {
  const random = seededRandom(seed);
  const people = rows.map(({ row, model }) => {
    const charts = hints.flatMap((hint) => (hint === 'cues' ? [] : [SIMULATED_CHARTS[hint][row.profile.sex]]));
    const sizes = simulateSizes(row, charts, random, noise);
    const { cues, off } = hints.includes('cues') ? simulateCues(row, model, random, noise) : { cues: {}, off: [] };
    const body = estimateFromAnswers(row.profile, model, { cues, usualSizes: sizes.map(({ chosen }) => chosen) });
    return { row, body, off: [...sizes.map((size) => size.off), ...off] };
  });
  const off = people.flatMap((person) => person.off);
  const share = (counts: (places: number) => boolean): number => Number((off.filter(counts).length / off.length).toFixed(3));
  return { ...groupOf(people), choices: { true: share((places) => places === 0), next: share((places) => places === 1), farther: share((places) => places > 1) } };
}

function cameraGroups(rows: readonly QuestionnaireRow[], seed: number): QuestionnaireEvaluation['camera'] {
  const random = seededRandom(seed);
  const people = rows.map(({ row, model }) => {
    const { statureCm, massKg, sex } = row.profile;
    const [stature, massFromTheStart] = simulateCamera(row, [{ statureCm, sex }, { statureCm, massKg, sex }], model, random) as [BodyEstimate, BodyEstimate];
    return { row, bodies: { stature, massFused: fuseEstimates(stature, { massKg }, model).body, massFromTheStart } };
  });
  const way = (name: CameraWay): Partial<Record<Sex, QuestionnaireGroup>> => bySex(people.map(({ row, bodies }) => ({ row, body: bodies[name] })), groupOf);
  return { stature: way('stature'), massFused: way('massFused'), massFromTheStart: way('massFromTheStart') };
}
