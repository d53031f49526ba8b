import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../packages/models/training/body/random.ts';
import { cutNormal } from './draws.ts';

describe('cutNormal', () => {
  it('draws around 0, never beyond two standard deviations', () => {
    const random = seededRandom(1);
    const values = Array.from({ length: 5000 }, () => cutNormal(random, 3));
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(6);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0, 0);
    // A normal distribution cut at two standard deviations has 0.88 of its deviation.
    expect(Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length) / 3).toBeCloseTo(0.88, 1);
  });
});
