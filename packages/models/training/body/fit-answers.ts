import { answerFeatures, spreadFeatures } from '../../src/body/answer-features.ts';
import type { BodyProfile, Sex } from '../../src/body/body-estimate.ts';
import type { AnswerInputs, AnswerRegression, BodyModel } from '../../src/body/body-model.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../../src/body/measurement-name.ts';
import { type AnswerSample, type AnswerSources, oldestOf, rowsOf, samplesOf, type SexRows } from './answers/answer-sample.ts';
import { fitLogSd } from './answers/fit-log-sd.ts';
import { fitTarget } from './answers/fit-target.ts';
import { predict } from './ridge.ts';

/** Taped natural waists were never seen: how far real people's ratio to the navel girth may be from the meshes'. */
const UNTAPED_SD: Readonly<Partial<Record<MeasurementName, number>>> = { waist: 0.015, backWaistLength: 0.02 };

const INPUTS: Readonly<Record<AnswerInputs, (profile: Required<BodyProfile>) => BodyProfile>> = {
  'stature': ({ statureCm, sex }) => ({ statureCm, sex }),
  'stature+age': ({ statureCm, ageYears, sex }) => ({ statureCm, ageYears, sex }),
  'stature+mass': ({ statureCm, massKg, sex }) => ({ statureCm, massKg, sex }),
  'stature+mass+age': (profile) => profile,
};

/** Regressions for every set of inputs. @param names what is estimated; default everything */
export function fitAnswers(sources: AnswerSources, names: readonly MeasurementName[] = MEASUREMENT_NAMES): BodyModel['answers'] {
  const ofSex = (sex: Sex): Record<AnswerInputs, AnswerRegression> => {
    const rows = rowsOf(sex, sources);
    return Object.fromEntries(Object.entries(INPUTS).map(([inputs, pick]) => [inputs, fitInputs(rows, names, pick)])) as Record<AnswerInputs, AnswerRegression>;
  };
  return { female: ofSex('female'), male: ofSex('male') };
}

/** One measurement's regression, and its errors out of fold in standard deviations. */
interface FittedTarget {
  readonly weights: readonly number[];
  readonly logSd: readonly number[];
  readonly oldest: number;
  /** Of the people of ANSUR II, in their order; empty for what only NHANES taped. */
  readonly standardised: readonly number[];
  /** Share of the doubt's variance that the errors have; the rest was never seen. */
  readonly seen: number;
}

function fitInputs(rows: SexRows, names: readonly MeasurementName[], pick: (profile: Required<BodyProfile>) => BodyProfile): AnswerRegression {
  const fits = names.map((name) => fitOne(name, samplesOf(name, rows), pick));
  return {
    targets: names,
    weights: fits.map(({ weights }) => weights.map((value) => rounded(value, 5))),
    covariance: fits.map((a, i) => fits.slice(0, i + 1).map((b, j) => (i === j ? 1 : rounded(correlation(a, b), 3)))),
    logSd: fits.map(({ logSd }) => logSd.map((value) => rounded(value, 4))),
    oldest: fits.map(({ oldest }) => oldest),
  };
}

function fitOne(name: MeasurementName, samples: readonly AnswerSample[], pick: (profile: Required<BodyProfile>) => BodyProfile): FittedTarget {
  const oldest = oldestOf(name);
  const { weights, errors } = fitTarget(samples, samples.map(({ profile }) => answerFeatures(pick(profile), oldest)));
  const spread = samples.map(({ profile, weight, otherSurvey }, i) => ({ error: errors[i] as number, features: spreadFeatures(pick(profile), oldest), weight, otherSurvey }));
  const logSd = fitLogSd(spread);
  const own = name === 'upperArm' ? [] : spread.filter(({ otherSurvey }) => !otherSurvey);
  const typicalSd = Math.exp(logSd[0] as number);
  const untaped = Math.hypot(1, (UNTAPED_SD[name] ?? 0) / typicalSd);
  return {
    weights, oldest, seen: 1 / untaped ** 2,
    logSd: logSd.map((weight, i) => (i === 0 ? weight + Math.log(untaped) : weight)),
    standardised: own.map(({ error, features }) => error / Math.exp(predict(logSd, features))),
  };
}

/** Errors of different people say nothing of each other. */
function correlation(a: FittedTarget, b: FittedTarget): number {
  if (a.standardised.length === 0 || a.standardised.length !== b.standardised.length) return 0;
  const [aa, bb, ab] = [meanProduct(a.standardised, a.standardised), meanProduct(b.standardised, b.standardised), meanProduct(a.standardised, b.standardised)];
  return (ab / Math.sqrt(aa * bb)) * Math.sqrt(a.seen * b.seen);
}

function meanProduct(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0) / a.length;
}

function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
