import { describe, expect, it } from 'vitest';
import { matrix } from '../linear-algebra.ts';
import { mixGaussians } from '../mix-gaussians.ts';
import { toldPosterior, type SexBelief } from './told-posterior.ts';

const belief = (over: Partial<SexBelief>): SexBelief => ({ sex: 'female', weight: 1, prior: { mean: Float64Array.of(0), covariance: matrix(1, 1, () => 1) }, judging: [], relative: [], ...over });
const told = (value: number) => ({ coefficients: [1], value, sd: 1 });
const male = { mean: Float64Array.of(10), covariance: matrix(1, 1, () => 1) };

describe('toldPosterior', () => {
  it('finds the sex that centimetres fit', () => {
    const { parts, contradicting } = toldPosterior([belief({ judging: [told(9.5)] }), belief({ sex: 'male', prior: male, judging: [told(9.5)] })]);
    expect(mixGaussians(parts).mean[0]).toBeCloseTo(9.75, 1);
    expect(contradicting).toBe(false);
  });

  it('does not find the sex by words that are relative to it', () => {
    const { parts } = toldPosterior([belief({ relative: [told(2)] }), belief({ sex: 'male', prior: male, relative: [told(12)] })]);
    expect(mixGaussians(parts).mean[0]).toBeCloseTo(6, 6);
  });

  it('widens in proportion to what contradicts', () => {
    const variance = (value: number): number => toldPosterior([belief({ judging: [told(value)] })]).parts[0]?.covariance.data[0] as number;
    expect(variance(3)).toBeCloseTo(0.5, 9);
    expect(variance(6)).toBeGreaterThan(1);
    expect(variance(12)).toBeCloseTo(4 * variance(6), 6);
    expect(toldPosterior([belief({ judging: [told(6)] })]).contradicting).toBe(true);
  });

  it('stays finite for the impossible', () => {
    const { parts, contradicting } = toldPosterior([belief({ judging: [told(1e3)] }), belief({ sex: 'male', prior: male, judging: [told(1e3)] })]);
    expect(Number.isFinite(mixGaussians(parts).mean[0])).toBe(true);
    expect(contradicting).toBe(true);
  });
});
