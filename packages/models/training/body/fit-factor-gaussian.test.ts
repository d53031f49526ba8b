import { describe, expect, it } from 'vitest';
import { conditionGaussian } from '../../src/body/condition-gaussian.ts';
import { cell, matrix, timesTransposed } from '../../src/body/linear-algebra.ts';
import { fitFactorGaussian } from './fit-factor-gaussian.ts';
import { seededRandom } from './random.ts';

/** Rows of five variables that two hidden numbers drive. */
function rows(count: number, seed: number): Float64Array[] {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => {
    const [a, b] = [normal(), normal()];
    return Float64Array.of(10 + a, 5 + 2 * a + 0.1 * normal(), b, 3 * b + a + 0.1 * normal(), 0.5 * normal());
  });
}

describe('fitFactorGaussian', () => {
  it('has the covariance of what it was fitted to', () => {
    const data = rows(4000, 3);
    const model = fitFactorGaussian(data, 2, seededRandom(1));
    const shared = timesTransposed(model.factor, model.factor);
    expect(model.mean[0]).toBeCloseTo(10, 1);
    expect(cell(shared, 0, 1)).toBeCloseTo(2, 0);
    expect(cell(shared, 2, 3)).toBeCloseTo(3, 0);
    expect(cell(shared, 3, 3) + (model.residualVariance[3] ?? NaN)).toBeCloseTo(10, 0);
  });

  it('predicts one variable from another as the data do', () => {
    const model = fitFactorGaussian(rows(4000, 4), 2, seededRandom(1));
    const { mean } = conditionGaussian(model, { indices: [0], values: [12], noise: matrix(1, 1, () => 1e-4) }, [1]);
    expect(Math.abs((mean[0] ?? NaN) - 9)).toBeLessThan(0.3);
  });

  it('gives the same bits from the same seed', () => {
    const data = rows(200, 5);
    expect([...fitFactorGaussian(data, 2, seededRandom(7)).factor.data]).toEqual([...fitFactorGaussian(data, 2, seededRandom(7)).factor.data]);
  });
});
