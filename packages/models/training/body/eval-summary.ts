import type { CalibrationName, MeasureOutcome, MeasurementName, RefusalReason, TrunkWidths, WidthName } from '../../src/body/index.ts';
import { MEASUREMENT_NAMES, WIDTH_NAMES } from '../../src/body/index.ts';
import { CUT_NAME, DATA_NAME } from './read-profiles.ts';

/** What was measured of one person, and what is known of them. */
export interface EvaluatedPerson {
  readonly id: string;
  /** Measured from the pictures and the stature. */
  readonly statureOnly: MeasureOutcome;
  /** With mass and sex too; absent when the mass is not known. */
  readonly withMass?: MeasureOutcome;
  /** True measurements by their names in the data (`chest_cm`); any may be missing. */
  readonly truth?: Readonly<Record<string, number>>;
  /** True breadth and depth by cut (`torso_breadth_depth_cm`); any may be missing. */
  readonly widthTruth?: Readonly<Record<string, readonly [number, number]>>;
  /** Groups whose members are summed up apart, such as `{ sex: 'female', room: 'plain' }`; sex and BMI are added from the truth. */
  readonly groups?: Readonly<Record<string, string>>;
}

/** An estimate as `eval:body` writes it, cm. */
export interface WrittenEstimate {
  readonly mean: number;
  readonly p5: number;
  readonly p95: number;
}

/** Errors of one measurement, cm. `p90` = 90 % of the absolute errors lie below; `intervalScore` = mean 90 % interval score. */
export interface ErrorSummary {
  readonly mae: number;
  readonly bias: number;
  readonly p90: number;
  /** Share (0-1) of truths inside the 90 % interval. */
  readonly coverage90: number;
  readonly intervalScore: number;
  readonly n: number;
}

export interface EvaluatedRow {
  readonly id: string;
  readonly estimates: Readonly<Record<string, WrittenEstimate>>;
  readonly estimatesWithMass: Readonly<Record<string, WrittenEstimate>>;
  readonly widths: Readonly<Record<string, readonly [number, number]>>;
  readonly refused?: RefusalReason;
  readonly truth?: Readonly<Record<string, number>>;
}

/** The file that `eval:body` writes. */
export interface BodyEvaluation {
  readonly calibration: CalibrationName;
  readonly people: readonly EvaluatedRow[];
  readonly summary: Readonly<Record<string, ErrorSummary>>;
  readonly withMass: Readonly<Record<string, ErrorSummary>>;
  /** [breadth, depth] mean absolute errors, cm. */
  readonly widthMae: Readonly<Record<string, readonly [number, number]>>;
  /** By group (`sex:female`, `bmi:22-28`): all measurements pooled, from pictures and stature. */
  readonly subgroups: Readonly<Record<string, Pick<ErrorSummary, 'mae' | 'coverage90' | 'n'>>>;
  readonly refused: { readonly n: number; readonly of: number };
}

/** Sums up what was measured; without truths only the estimates are there. */
export function evalSummary(people: readonly EvaluatedPerson[], calibration: CalibrationName): BodyEvaluation {
  return {
    calibration,
    people: people.map(writtenRow),
    summary: summaries(people, (person) => person.statureOnly),
    withMass: summaries(people, (person) => person.withMass),
    widthMae: widthErrors(people),
    subgroups: subgroups(people),
    refused: { n: people.filter(({ statureOnly }) => statureOnly.status === 'refused').length, of: people.length },
  };
}

function writtenRow({ id, statureOnly, withMass, truth }: EvaluatedPerson): EvaluatedRow {
  return {
    id,
    estimates: written(statureOnly),
    estimatesWithMass: written(withMass),
    widths: statureOnly.status === 'measured' ? writtenWidths(statureOnly.widths) : {},
    ...(statureOnly.status === 'refused' ? { refused: statureOnly.reason } : {}),
    ...(truth === undefined ? {} : { truth }),
  };
}

function written(outcome: MeasureOutcome | undefined): Record<string, WrittenEstimate> {
  if (outcome?.status !== 'measured') return {};
  return Object.fromEntries(MEASUREMENT_NAMES.flatMap((name) => {
    const estimate = outcome.body.measurements[name];
    return estimate === undefined ? [] : [[DATA_NAME[name], { mean: rounded(estimate.meanCm), p5: rounded(estimate.p5Cm), p95: rounded(estimate.p95Cm) }]];
  }));
}

function writtenWidths(widths: TrunkWidths): Record<string, readonly [number, number]> {
  return Object.fromEntries(WIDTH_NAMES.map((name) => [CUT_NAME[name], [rounded(widths[name][0]), rounded(widths[name][1])]]));
}

/** One truth beside its estimate. */
interface Pair extends WrittenEstimate {
  readonly truth: number;
}

function pairOf(person: EvaluatedPerson, outcome: MeasureOutcome | undefined, name: MeasurementName): Pair[] {
  const truth = person.truth?.[DATA_NAME[name]];
  if (outcome?.status !== 'measured' || truth === undefined) return [];
  const estimate = outcome.body.measurements[name];
  return estimate === undefined ? [] : [{ truth, mean: estimate.meanCm, p5: estimate.p5Cm, p95: estimate.p95Cm }];
}

function summaries(people: readonly EvaluatedPerson[], outcomeOf: (person: EvaluatedPerson) => MeasureOutcome | undefined): Record<string, ErrorSummary> {
  return Object.fromEntries(MEASUREMENT_NAMES.flatMap((name) => {
    const pairs = people.flatMap((person) => pairOf(person, outcomeOf(person), name));
    return pairs.length === 0 ? [] : [[DATA_NAME[name], errorSummary(pairs)]];
  }));
}

function errorSummary(pairs: readonly Pair[]): ErrorSummary {
  const errors = pairs.map(({ mean, truth }) => mean - truth);
  const sizes = errors.map(Math.abs).toSorted((a, b) => a - b);
  return {
    mae: rounded(average(sizes)),
    bias: rounded(average(errors)),
    p90: rounded(sizes[Math.ceil(0.9 * sizes.length) - 1] ?? NaN),
    coverage90: rounded(average(pairs.map(isInside)), 3),
    intervalScore: rounded(average(pairs.map(intervalScore))),
    n: pairs.length,
  };
}

const isInside = ({ truth, p5, p95 }: Pair): number => (truth >= p5 && truth <= p95 ? 1 : 0);

/** Width of the interval plus 2 / 0.1 times the distance by which it misses (Gneiting and Raftery 2007). */
function intervalScore({ truth, p5, p95 }: Pair): number {
  return p95 - p5 + 20 * Math.max(0, p5 - truth, truth - p95);
}

function widthErrors(people: readonly EvaluatedPerson[]): Record<string, readonly [number, number]> {
  const errors = (name: WidthName, side: 0 | 1): number[] => people.flatMap(({ statureOnly, widthTruth }) => {
    const truth = widthTruth?.[CUT_NAME[name]]?.[side];
    return truth === undefined || statureOnly.status !== 'measured' ? [] : [Math.abs(statureOnly.widths[name][side] - truth)];
  });
  return Object.fromEntries(WIDTH_NAMES.flatMap((name) => {
    const [breadth, depth] = [errors(name, 0), errors(name, 1)];
    return breadth.length === 0 ? [] : [[CUT_NAME[name], [rounded(average(breadth)), rounded(average(depth))] as const]];
  }));
}

function subgroups(people: readonly EvaluatedPerson[]): BodyEvaluation['subgroups'] {
  const pooled = new Map<string, Pair[]>();
  for (const person of people) {
    const pairs = MEASUREMENT_NAMES.flatMap((name) => pairOf(person, person.statureOnly, name));
    for (const group of groupsOf(person)) pooled.set(group, [...(pooled.get(group) ?? []), ...pairs]);
  }
  return Object.fromEntries([...pooled].filter(([, pairs]) => pairs.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([group, pairs]) => {
    const { mae, coverage90, n } = errorSummary(pairs);
    return [group, { mae, coverage90, n }];
  }));
}

function groupsOf({ groups = {}, truth }: EvaluatedPerson): string[] {
  const named = Object.entries(groups).map(([kind, group]) => `${kind}:${group}`);
  const [massKg, statureCm] = [truth?.['mass_kg'], truth?.['stature_cm']];
  if (massKg === undefined || statureCm === undefined) return named;
  const bmi = massKg / (statureCm / 100) ** 2;
  return [...named, `bmi:${bmi < 22 ? 'under 22' : bmi <= 28 ? '22-28' : 'over 28'}`];
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
