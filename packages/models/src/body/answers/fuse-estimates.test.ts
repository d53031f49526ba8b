import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyEstimate } from '../body-estimate.ts';
import type { BodyModel, MassRegression } from '../body-model.ts';
import { estimateFromAnswers } from '../estimate-from-answers.ts';
import { loadBodyModel } from '../load-body-model.ts';
import { MEASUREMENT_NAMES, type MeasurementName } from '../measurement-name.ts';
import { BODY_CUES } from './body-cues.ts';
import { estimateGaussian } from './estimate-gaussian.ts';
import { fuseEstimates, type LaterAnswers } from './fuse-estimates.ts';
import { massObservation } from './mass-observation.ts';

const MASS: MassRegression = { targets: ['chest', 'waistNavel', 'hip'], weights: [-8.62, 2.7, 0.6, 0.5, 0.9], sd: 0.04 };
const loaded = loadBodyModel(new Uint8Array(readFileSync(new URL('../../../artifacts/body/body.bin', import.meta.url))).buffer);
const model: BodyModel = { ...loaded, mass: { female: MASS, male: MASS } };

/** A camera estimate of a plausible body: what the stature says, with the named means and 3 % of doubt. */
function camera(over: Partial<Record<MeasurementName, number>> = {}, profile: BodyEstimate['profile'] = { statureCm: 170, sex: 'female' }): BodyEstimate {
  const guess = estimateFromAnswers(profile, model);
  const measurements = Object.fromEntries(MEASUREMENT_NAMES.map((name) => {
    const meanCm = over[name] ?? guess.measurements[name]?.meanCm ?? NaN;
    return [name, { meanCm, p5Cm: meanCm * Math.exp(-0.05), p95Cm: meanCm * Math.exp(0.05) }];
  }));
  return { source: 'camera', profile, measurements, correlation: guess.correlation };
}

/** The mass that the regression expects of the camera's body. */
function expectedMass(body: BodyEstimate): number {
  const { coefficients, value } = massObservation(MASS, 1, body.profile.statureCm);
  return Math.exp(estimateGaussian(body).mean.reduce((sum, share, i) => sum + share * (coefficients[i] as number), 0) - value);
}

const logWidth = (body: BodyEstimate, name: MeasurementName): number => Math.log((body.measurements[name]?.p95Cm ?? NaN) / (body.measurements[name]?.p5Cm ?? NaN));

const girths = fc.record({ chest: fc.integer({ min: 80, max: 115 }), waistNavel: fc.integer({ min: 68, max: 110 }), hip: fc.integer({ min: 85, max: 120 }) });
const option = <T extends readonly string[]>(words: T): fc.Arbitrary<T[number] | undefined> => fc.option(fc.constantFrom(...words), { nil: undefined });
const cues = fc.record({ shoulders: option(BODY_CUES.shoulders), tummy: option(BODY_CUES.tummy), bust: option(BODY_CUES.bust), legs: option(BODY_CUES.legs) });
const sizes = fc.array(fc.integer({ min: 70, max: 120 }).map((minCm) => ({ chest: { minCm, maxCm: minCm + 8 } })), { maxLength: 3 });

/** The largest distance of any mean or end of an interval, cm. */
function apartCm(a: BodyEstimate, b: BodyEstimate): number {
  return Math.max(...MEASUREMENT_NAMES.flatMap((name) => (['meanCm', 'p5Cm', 'p95Cm'] as const)
    .map((point) => Math.abs((a.measurements[name]?.[point] ?? NaN) - (b.measurements[name]?.[point] ?? NaN)))));
}

describe('fuseEstimates', () => {
  it('gives back the camera when nothing more is told: the answers\' own view of people is not counted again', () => {
    fc.assert(fc.property(girths, (over) => {
      const before = camera(over);
      const { status, body } = fuseEstimates(before, {}, model);
      expect(status).toBe('fused');
      expect(apartCm(body, before)).toBeLessThan(1e-6);
    }));
  });

  it('never widens an interval when camera and answers agree', () => {
    fc.assert(fc.property(girths, cues, sizes, fc.double({ min: -0.1, max: 0.1, noNaN: true }), (over, shape, usualSizes, off) => {
      const before = camera(over);
      const { status, body } = fuseEstimates(before, { massKg: expectedMass(before) * Math.exp(off), cues: shape, usualSizes }, model);
      const growth = MEASUREMENT_NAMES.map((name) => (status === 'fused' ? logWidth(body, name) - logWidth(before, name) : 0));
      expect(Math.max(...growth)).toBeLessThan(1e-9);
    }));
  });

  it('does not care about the order of sizes, nor whether mass or a size came first', () => {
    fc.assert(fc.property(girths, sizes, (over, usualSizes) => {
      const before = camera(over);
      const massKg = expectedMass(before);
      const [there, back] = [usualSizes, usualSizes.toReversed()].map((order) => fuseEstimates(before, { massKg, usualSizes: order }, model).body) as [BodyEstimate, BodyEstimate];
      expect(apartCm(there, back)).toBeLessThan(1e-6);
      const one = { usualSizes: [{ hip: { minCm: over.hip - 5, maxCm: over.hip + 3 } }] };
      const massFirst = fuseEstimates(fuseEstimates(before, { massKg }, model).body, one, model);
      const sizeFirst = fuseEstimates(fuseEstimates(before, one, model).body, { massKg }, model);
      expect(apartCm(massFirst.body, sizeFirst.body)).toBeLessThan(1e-6);
    }), { numRuns: 30 });
  });

  it('is heavier where more is weighed, and surer', () => {
    const before = camera();
    const expected = expectedMass(before);
    const [lighter, same, heavier] = [0.93, 1, 1.07].map((factor) => fuseEstimates(before, { massKg: expected * factor }, model).body) as [BodyEstimate, BodyEstimate, BodyEstimate];
    expect(lighter.measurements.hip?.meanCm).toBeLessThan(same.measurements.hip?.meanCm ?? NaN);
    expect(heavier.measurements.hip?.meanCm).toBeGreaterThan(same.measurements.hip?.meanCm ?? NaN);
    expect(logWidth(same, 'hip')).toBeLessThan(0.95 * logWidth(before, 'hip'));
    expect(heavier.profile.massKg).toBeCloseTo(expected * 1.07, 9);
  });

  it.each<[string, LaterAnswers]>([
    ['twice the mass', { massKg: 2 * expectedMass(camera()) }],
    ['a size for quite another body', { usualSizes: [{ chest: { minCm: 140, maxCm: 148 }, hip: { minCm: 150, maxCm: 158 } }] }],
  ])('says that %s contradicts, and is less sure of it than of what agrees', (_, later) => {
    const before = camera();
    const contradicted = fuseEstimates(before, later, model);
    expect(contradicted.status).toBe('contradicting');
    expect(logWidth(contradicted.body, 'neck')).toBeGreaterThan(logWidth(before, 'neck'));
  });

  it('does not count a mass twice that the scan already used', () => {
    const before = camera({}, { statureCm: 170, sex: 'female', massKg: 65 });
    expect(apartCm(fuseEstimates(before, { massKg: 90 }, model).body, before)).toBeLessThan(1e-6);
  });

  it('finds what both sexes allow when the sex is not known', () => {
    const before: BodyEstimate = { ...estimateFromAnswers({ statureCm: 172 }, model), source: 'camera' };
    const { status, body } = fuseEstimates(before, { massKg: expectedMass(before), cues: { tummy: 'flat' } }, model);
    expect(status).toBe('fused');
    expect(body.measurements.waistNavel?.meanCm).toBeLessThan(before.measurements.waistNavel?.meanCm ?? NaN);
  });

  it('leaves out what the camera did not measure', () => {
    const { neck: _, ...measurements } = camera().measurements;
    const { body } = fuseEstimates({ ...camera(), measurements }, { cues: { bust: 'full' } }, model);
    expect(body.measurements.neck).toBeUndefined();
    expect(body.measurements.chest).toBeDefined();
  });
});
