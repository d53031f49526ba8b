import type { Sex } from '../body-estimate.ts';
import { matrix } from '../linear-algebra.ts';
import type { SexGaussian } from '../mixed-estimates.ts';
import type { Gaussian } from '../mix-gaussians.ts';
import type { Observation } from './observation.ts';
import { updateGaussian } from './update-gaussian.ts';

/** What is believed of a body if it is of this sex, and what was told about it. */
export interface SexBelief {
  readonly sex: Sex;
  /** How likely the sex is before `judging`. */
  readonly weight: number;
  readonly prior: Gaussian;
  /** Observations that tell the sexes apart too: they speak of centimetres. */
  readonly judging: readonly Observation[];
  /** Observations relative to the own sex: they do not. */
  readonly relative: readonly Observation[];
}

export interface ToldPosterior {
  /** One a belief, in their order. */
  readonly parts: readonly SexGaussian[];
  /** What was told cannot well be true of this body: the Gaussians are wider instead of surer. */
  readonly contradicting: boolean;
}

/** Bayes' rule over one or both sexes. What contradicts widens everything in proportion (the ratio of Birge 1932). */
export function toldPosterior(beliefs: readonly SexBelief[]): ToldPosterior {
  const parts = beliefs.map(({ sex, weight, prior, judging, relative }) => {
    const updated = updateGaussian(prior, [...judging, ...relative]);
    const excess = updated.surprise / surpriseLimit(judging.length + relative.length);
    return { sex, ...widened(updated, excess), contradicting: excess > 1, weight: weight * Math.exp(updateGaussian(prior, judging).logLikelihood) };
  });
  // Where nothing told fits either sex, the likelihoods may vanish: both sexes then count the same.
  const usable = parts.some(({ weight }) => weight > 0) ? parts : parts.map((part) => ({ ...part, weight: 1 }));
  const weightOf = (some: typeof usable): number => some.reduce((sum, { weight }) => sum + weight, 0);
  return { parts: usable, contradicting: weightOf(usable.filter(({ contradicting }) => contradicting)) > 0.5 * weightOf(usable) };
}

function widened({ mean, covariance }: Gaussian, excess: number): Gaussian {
  if (!(excess > 1)) return { mean, covariance };
  return { mean, covariance: matrix(covariance.rows, covariance.columns, (i, j) => (covariance.data[i * covariance.columns + j] as number) * excess) };
}

/** 99 % point of the standard normal. */
const Z99 = 2.3263;

/** 99 % point of chi square with `count` degrees of freedom (Wilson and Hilferty 1931); Infinity for none. */
function surpriseLimit(count: number): number {
  return count === 0 ? Infinity : count * (1 - 2 / (9 * count) + Z99 * Math.sqrt(2 / (9 * count))) ** 3;
}
