import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, cholesky, matrix, pickRows, solveCholesky, timesTransposed } from './linear-algebra.ts';

const numbers = (n: number) => fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n, maxLength: n });

describe('linear algebra', () => {
  it('solves what it multiplied', () => {
    fc.assert(fc.property(numbers(16), numbers(4), (entries, x) => {
      const half = matrix(4, 4, (i, j) => entries[4 * i + j] ?? 0);
      const product = timesTransposed(half, half);
      const positive = matrix(4, 4, (i, j) => cell(product, i, j) + (i === j ? 1 : 0));
      const right = x.map((_, i) => x.reduce((sum, value, j) => sum + cell(positive, i, j) * value, 0));
      solveCholesky(cholesky(positive), right).forEach((value, i) => expect(value).toBeCloseTo(x[i] ?? NaN, 6));
    }));
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => cholesky(matrix(2, 2, () => 1))).toThrow('not positive definite at row 1');
  });

  it('picks rows in the order asked for', () => {
    expect([...pickRows(matrix(3, 2, (i, j) => 10 * i + j), [2, 0]).data]).toEqual([20, 21, 0, 1]);
  });
});
