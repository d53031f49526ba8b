import { describe, expect, it } from 'vitest';
import { intervalErrors } from './interval-errors.ts';

describe('intervalErrors', () => {
  it('sums up errors and coverage', () => {
    const estimates = [-1, 0, 1, 4].map((off) => ({ truthCm: 100, meanCm: 100 + off, p5Cm: 98 + off, p95Cm: 102 + off }));
    expect(intervalErrors(estimates)).toEqual({ mae: 1.5, bias: 1, p90: 4, coverage90: 0.75, width90: 4 });
  });

  it('counts the ends as inside', () => {
    expect(intervalErrors([{ truthCm: 98, meanCm: 100, p5Cm: 98, p95Cm: 102 }]).coverage90).toBe(1);
  });
});
