import { describe, expect, it } from 'vitest';
import { gaussianEstimates } from '../gaussian-estimates.ts';
import { cell, matrix } from '../linear-algebra.ts';
import { MEASUREMENT_NAMES } from '../measurement-name.ts';
import { estimateGaussian } from './estimate-gaussian.ts';

const n = MEASUREMENT_NAMES.length;
const gaussian = {
  mean: Float64Array.from({ length: n }, (_, i) => -0.5 - i / 20),
  covariance: matrix(n, n, (i, j) => (i === j ? 1 : 0.4) * (0.02 + i / 1000) * (0.02 + j / 1000)),
};

describe('estimateGaussian', () => {
  it('reads what gaussianEstimates wrote', () => {
    const read = estimateGaussian({ source: 'camera', profile: { statureCm: 168 }, ...gaussianEstimates(gaussian, MEASUREMENT_NAMES, 168) });
    read.mean.forEach((value, i) => expect(value).toBeCloseTo(gaussian.mean[i] as number, 9));
    read.covariance.data.forEach((value, i) => expect(value).toBeCloseTo(gaussian.covariance.data[i] as number, 9));
  });

  it('takes measurements without a correlation as independent, and the missing as unknown', () => {
    const { measurements } = gaussianEstimates(gaussian, MEASUREMENT_NAMES, 168);
    const { chest, hip } = measurements;
    if (chest === undefined || hip === undefined) throw new Error('no estimates');
    const { covariance } = estimateGaussian({ source: 'camera', profile: { statureCm: 168 }, measurements: { chest, hip } });
    expect(cell(covariance, 0, 3)).toBe(0);
    expect(cell(covariance, 1, 1)).toBe(1);
  });
});
