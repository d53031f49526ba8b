import { describe, expect, it } from 'vitest';
import { normal, seededRandom } from '../random.ts';
import { fitLogSd } from './fit-log-sd.ts';

const random = seededRandom(4);
const made = (count: number, sdOf: (x: number) => number, shape: (z: number) => number = (z) => z) => Array.from({ length: count }, () => {
  const x = normal(random);
  return { error: sdOf(x) * shape(normal(random)), features: [1, x], weight: 1, otherSurvey: false };
});

describe('fitLogSd', () => {
  it('finds how the spread depends on the features', () => {
    const [constant, slope] = fitLogSd(made(4000, (x) => 0.05 * Math.exp(0.3 * x))) as [number, number];
    expect(constant).toBeCloseTo(Math.log(0.05), 1);
    expect(slope).toBeCloseTo(0.3, 1);
  });

  it('covers nine in ten whatever the shape of the errors', () => {
    const samples = made(4000, () => 1, (z) => z ** 3);
    const [constant, slope] = fitLogSd(samples) as [number, number];
    const inside = samples.filter(({ error, features }) => Math.abs(error) <= 1.6449 * Math.exp(constant + slope * (features[1] as number)));
    expect(inside.length / samples.length).toBeCloseTo(0.9, 2);
  });

  it('does not take another survey\'s wider spread for its own people\'s', () => {
    const own = made(2000, () => 1);
    const other = made(2000, () => 3).map((sample) => ({ ...sample, otherSurvey: true }));
    expect(fitLogSd([...own, ...other])[0]).toBeCloseTo(0, 1);
  });
});
