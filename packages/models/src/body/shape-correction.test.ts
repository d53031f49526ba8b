import { describe, expect, it } from 'vitest';
import { correctionFeatures, correctionOf } from './shape-correction.ts';

describe('shape correction', () => {
  it('has a constant, the factors, and the products of the first six', () => {
    expect(correctionFeatures([2, 3])).toEqual([1, 2, 3, 4, 6, 9]);
    expect(correctionFeatures(Array.from({ length: 30 }, () => 1))).toHaveLength(1 + 30 + 21);
  });

  it('adds to its targets and leaves the others alone', () => {
    const correction = { targets: [7], weights: [[0.5, 0, 0, 1, 0, 0]] };
    expect([...correctionOf(correction, [2, 3], [5, 7])]).toEqual([0, 4.5]);
  });
});
