import fc from 'fast-check';
import { expect, it } from 'vitest';
import { predict, ridge } from './ridge.ts';

it('finds the weights of a linear rule', () => {
  fc.assert(fc.property(fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })), ([a, b]) => {
    const rows = Array.from({ length: 30 }, (_, i) => [1, Math.sin(i), Math.cos(2 * i)]);
    const weights = ridge(rows, rows.map((row) => 2 + a * (row[1] ?? 0) + b * (row[2] ?? 0)), 1e-9);
    expect(predict(weights, [1, 0.5, -0.5])).toBeCloseTo(2 + 0.5 * a - 0.5 * b, 4);
  }));
});
