import type { Sex } from '../../src/body/body-estimate.ts';
import type { FactorGaussian } from '../../src/body/condition-gaussian.ts';
import { fitFactorGaussian } from './fit-factor-gaussian.ts';
import { seededRandom } from './random.ts';
import type { BodyProfileRow } from './read-profiles.ts';
import { shapeVector } from './shape-vector.ts';

/** Rank of the shape model: 20 loses 0.1 cm at the waist, 40 gains nothing (folds over `people/`). */
const RANK = 30;

/** One Gaussian a sex over the variables of the shape model. */
export function fitShapes(profiles: readonly BodyProfileRow[], seed: number): Record<Sex, FactorGaussian> {
  const of = (sex: Sex): FactorGaussian =>
    fitFactorGaussian(profiles.filter((row) => row.sex === sex).map(shapeVector), RANK, seededRandom(seed));
  return { female: of('female'), male: of('male') };
}

/** The rows that share no parent with the people left out. */
export function withoutParents(profiles: readonly BodyProfileRow[], leftOut: ReadonlySet<string>): BodyProfileRow[] {
  return profiles.filter((row) => !row.parents.some((parent) => leftOut.has(parent)));
}
