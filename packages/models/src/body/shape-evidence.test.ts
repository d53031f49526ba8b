import { describe, expect, it } from 'vitest';
import type { CurveSensor, SensorNoise } from './body-model.ts';
import type { FactorGaussian } from './condition-gaussian.ts';
import { cell, cholesky, matrix } from './linear-algebra.ts';
import { curveReadings, shapeEvidence, type Reading } from './shape-evidence.ts';
import { LEVEL_COUNT, levelIndex, SHAPE_VARIABLES, type CurveName } from './shape-variables.ts';

const NOISE: SensorNoise = { level: 0, scale: 0, reach: 3 };
const SENSOR: CurveSensor = { bias: Array.from({ length: LEVEL_COUNT }, () => 0.01), sd: Array.from({ length: LEVEL_COUNT }, () => 0.02) };

/** A body whose curves fall by 1 per stature of height and do not vary. */
const MODEL: FactorGaussian = {
  mean: Float64Array.from({ length: SHAPE_VARIABLES.count }, (_, i) => -0.01 * (i % LEVEL_COUNT)),
  factor: matrix(SHAPE_VARIABLES.count, 1),
  residualVariance: new Float64Array(SHAPE_VARIABLES.count).fill(1e-4),
};

const reading = (curve: CurveName, share: number): Reading => ({ kind: 'curve', curve, level: levelIndex(share), value: 0, sd: 0.02, outward: 0 });

const noiseOf = (readings: readonly Reading[], noise: Partial<SensorNoise> = {}) => shapeEvidence(MODEL, readings, { ...NOISE, ...noise }).noise;

describe('curveReadings', () => {
  it('keeps seen levels in the curve\'s range and takes the bias off', () => {
    const values = Array.from({ length: LEVEL_COUNT }, (_, i) => (i === levelIndex(0.6) ? NaN : 0.5));
    const found = curveReadings('width', values, SENSOR);
    expect(found).toHaveLength(levelIndex(0.75) - levelIndex(0.48));
    expect(found.every(({ value }) => Math.abs(value - 0.49) < 1e-9)).toBe(true);
  });

  it('leaves out the legs in the side view', () => {
    const levels = curveReadings('back', new Float64Array(LEVEL_COUNT), SENSOR).map((found) => (found.kind === 'curve' ? found.level : NaN));
    expect(Math.min(...levels)).toBe(levelIndex(0.5));
  });
});

describe('shapeEvidence', () => {
  it('a row alone has its own variance', () => {
    expect(cell(noiseOf([reading('width', 0.6)]), 0, 0)).toBeCloseTo(0.0004, 9);
  });

  it('neighbouring rows share most of their error, distant rows and other views none', () => {
    const noise = noiseOf([reading('width', 0.6), reading('width', 0.61), reading('width', 0.72), reading('depth', 0.6)]);
    expect(cell(noise, 0, 1) / 0.0004).toBeGreaterThan(0.7);
    expect(cell(noise, 0, 2) / 0.0004).toBeLessThan(0.01);
    expect(cell(noise, 0, 3)).toBe(0);
  });

  it('a wrong scale moves all widths of a view together', () => {
    expect(cell(noiseOf([reading('width', 0.5), reading('width', 0.74)], { scale: 0.01 }), 0, 1)).toBeCloseTo(0.0001, 6);
  });

  it('a wrong level counts where the body is steep', () => {
    // The curve falls by 1 per stature: 0.004 statures of level error are 0.004 of value.
    expect(cell(noiseOf([reading('width', 0.5), reading('width', 0.74)], { level: 0.004 }), 0, 1)).toBeCloseTo(0.004 ** 2, 9);
  });

  it('lets the side edges shift and lean together', () => {
    const noise = noiseOf([reading('back', 0.6), reading('front', 0.6)]);
    expect(cell(noise, 0, 1)).toBeGreaterThan(0.05);
    const difference = cell(noise, 0, 0) + cell(noise, 1, 1) - 2 * cell(noise, 0, 1);
    expect(difference).toBeCloseTo(2 * 0.0004, 9);
  });

  it('scalars have their own error only', () => {
    const mass: Reading = { kind: 'scalar', index: SHAPE_VARIABLES.mass, value: 4.2, sd: 0.02, outward: 0 };
    const evidence = shapeEvidence(MODEL, [mass, reading('width', 0.6)], { ...NOISE, scale: 0.01, level: 0.01 });
    expect(evidence.indices[0]).toBe(SHAPE_VARIABLES.mass);
    expect([cell(evidence.noise, 0, 0), cell(evidence.noise, 0, 1)]).toEqual([0.0004, 0]);
  });

  it('is a covariance: positive definite with everything at once', () => {
    const all = (['width', 'depth', 'back', 'front'] as const).flatMap((curve) => curveReadings(curve, new Float64Array(LEVEL_COUNT), SENSOR));
    expect(() => cholesky(noiseOf(all, { level: 0.0035, scale: 0.012, reach: 5 }))).not.toThrow();
  });
});
