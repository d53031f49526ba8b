import { describe, expect, it } from 'vitest';
import { matrix } from '../linear-algebra.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../measurement-name.ts';
import { BODY_CUES, CUE_MISJUDGEMENT, cueObservations, cueReference, cueValue, type BodyCueName, type BodyCues } from './body-cues.ts';
import { updateGaussian } from './update-gaussian.ts';

const SD = 0.05;
const people = { mean: new Float64Array(MEASUREMENT_NAMES.length).fill(-0.6), covariance: matrix(MEASUREMENT_NAMES.length, MEASUREMENT_NAMES.length, (i, j) => (i === j ? SD ** 2 : 0)) };

function after(cues: BodyCues): { at: (name: MeasurementName) => number; valueOf: (name: BodyCueName) => { mean: number; sd: number } } {
  const updated = updateGaussian(people, cueObservations(cues, people));
  return { at: (name) => updated.mean[MEASUREMENT_NAMES.indexOf(name)] as number, valueOf: (name) => cueReference(name, updated) };
}

describe('body cues', () => {
  it('say nothing when nothing is said', () => {
    expect(cueObservations({}, people)).toEqual([]);
  });

  it('move what they speak of, and only that', () => {
    expect(after({ tummy: 'round' }).at('waistNavel')).toBeGreaterThan(-0.6);
    expect(after({ tummy: 'flat' }).at('waistNavel')).toBeLessThan(-0.6);
    expect(after({ shoulders: 'broad' }).at('shoulderBreadth')).toBeGreaterThan(-0.6);
    expect(after({ bust: 'full' }).at('chest')).toBeGreaterThan(-0.6);
    expect(after({ legs: 'short' }).at('inseam')).toBeLessThan(-0.6);
    expect(after({ legs: 'short' }).at('neck')).toBe(-0.6);
  });

  it.each(Object.keys(BODY_CUES) as BodyCueName[])('%s: the middle word does not move the mean but makes surer', (name) => {
    const [before, now] = [cueReference(name, people), after({ [name]: 'average' }).valueOf(name)];
    expect(now.mean).toBeCloseTo(before.mean, 9);
    expect(now.sd).toBeLessThan(before.sd);
  });

  it('leaves those who chose a word with their true mean and spread', () => {
    // Everybody from -4 to 4 standard deviations, with every misjudgement, weighted as normal.
    const grid = Array.from({ length: 161 }, (_, i) => (i - 80) / 20);
    const density = (z: number): number => Math.exp((-z * z) / 2);
    const limit = 0.6744898 * Math.hypot(1, CUE_MISJUDGEMENT);
    const sums = { weight: 0, mean: 0, square: 0 };
    for (const trait of grid) {
      const weight = density(trait) * grid.filter((error) => trait + CUE_MISJUDGEMENT * error > limit).reduce((sum, error) => sum + density(error), 0);
      sums.weight += weight;
      sums.mean += weight * trait;
      sums.square += weight * trait * trait;
    }
    const mean = sums.mean / sums.weight;
    const now = after({ legs: 'long' }).valueOf('legs');
    expect((now.mean + 0.6) / SD).toBeCloseTo(mean, 1);
    expect(now.sd / SD).toBeCloseTo(Math.sqrt(sums.square / sums.weight - mean ** 2), 1);
  });

  it('compares a body as the cue does', () => {
    expect(cueValue('tummy', { waistNavel: -0.5, hip: -0.6 })).toBeCloseTo(0.1, 9);
    expect(cueValue('tummy', { waistNavel: -0.5 })).toBeNaN();
  });
});
