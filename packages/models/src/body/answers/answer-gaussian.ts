import { answerFeatures, answerInputs, spreadFeatures } from '../answer-features.ts';
import type { BodyProfile, Sex } from '../body-estimate.ts';
import type { AnswerRegression, BodyModel } from '../body-model.ts';
import { matrix } from '../linear-algebra.ts';
import { MEASUREMENT_NAMES } from '../measurement-name.ts';
import type { Gaussian } from '../mix-gaussians.ts';

/** log(measurement / S) of people of this sex with these answers, in the order of `MEASUREMENT_NAMES`. */
export function answerGaussian(profile: BodyProfile, sex: Sex, model: Pick<BodyModel, 'answers'>): Gaussian {
  const regression = model.answers[sex][answerInputs(profile)];
  const rows = MEASUREMENT_NAMES.map((name) => regression.targets.indexOf(name));
  const sd = rows.map((row) => spreadFactor(regression, row, profile));
  return {
    mean: Float64Array.from(rows, (row) => dot(regression.weights[row] ?? [], answerFeatures(profile, regression.oldest?.[row]))),
    covariance: matrix(rows.length, rows.length, (i, j) => {
      const [a, b] = [rows[i] as number, rows[j] as number];
      return (regression.covariance[Math.max(a, b)]?.[Math.min(a, b)] ?? 0) * (sd[i] as number) * (sd[j] as number);
    }),
  };
}

function spreadFactor({ logSd, oldest }: AnswerRegression, row: number, profile: BodyProfile): number {
  const weights = logSd?.[row];
  return weights === undefined ? 1 : Math.exp(dot(weights, spreadFeatures(profile, oldest?.[row])));
}

function dot(weights: readonly number[], features: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), 0);
}
