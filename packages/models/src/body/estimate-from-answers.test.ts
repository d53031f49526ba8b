import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyHints } from './answers/body-hints.ts';
import { genericSize } from './answers/generic-sizes.ts';
import type { BodyProfile } from './body-estimate.ts';
import { estimateFromAnswers } from './estimate-from-answers.ts';
import { MEASUREMENT_NAMES } from './measurement-name.ts';
import { loadBodyModel } from './load-body-model.ts';

const model = loadBodyModel(new Uint8Array(readFileSync(new URL('../../artifacts/body/body.bin', import.meta.url))).buffer);

function chest(profile: BodyProfile): { meanCm: number; widthCm: number } {
  const estimate = estimateFromAnswers(profile, model).measurements.chest;
  if (estimate === undefined) throw new Error('no chest');
  return { meanCm: estimate.meanCm, widthCm: estimate.p95Cm - estimate.p5Cm };
}

describe('estimateFromAnswers', () => {
  it('gives every measurement inside its interval for any adult', () => {
    const profiles = fc.record({
      statureCm: fc.integer({ min: 120, max: 220 }), massKg: fc.option(fc.integer({ min: 35, max: 200 }), { nil: undefined }),
      sex: fc.constantFrom('female' as const, 'male' as const, undefined), ageYears: fc.option(fc.integer({ min: 12, max: 110 }), { nil: undefined }),
    });
    fc.assert(fc.property(profiles, (profile) => {
      const { measurements, source } = estimateFromAnswers(profile, model);
      expect(source).toBe('answers');
      for (const name of MEASUREMENT_NAMES) {
        const { meanCm = NaN, p5Cm = NaN, p95Cm = NaN } = measurements[name] ?? {};
        expect(meanCm).toBeGreaterThan(0);
        expect(p5Cm < meanCm && meanCm < p95Cm).toBe(true);
      }
    }), { numRuns: 60 });
  });

  it('is surer with the weight than without', () => {
    expect(chest({ statureCm: 175, massKg: 75, sex: 'male' }).widthCm).toBeLessThan(0.6 * chest({ statureCm: 175, sex: 'male' }).widthCm);
  });

  it('grows with the weight', () => {
    const means = [55, 65, 75, 85, 95].map((massKg) => chest({ statureCm: 170, massKg, sex: 'female' }).meanCm);
    expect(means).toEqual(means.toSorted((a, b) => a - b));
  });

  it('stands between the sexes, and wider, when the sex is not said', () => {
    const hip = (sex?: 'female' | 'male') => estimateFromAnswers({ statureCm: 169, massKg: 68, ...(sex && { sex }) }, model).measurements.hip;
    const [female, male, unknown] = [hip('female'), hip('male'), hip()];
    expect(unknown?.meanCm).toBeLessThan(female?.meanCm ?? NaN);
    expect(unknown?.meanCm).toBeGreaterThan(male?.meanCm ?? NaN);
    expect((unknown?.p95Cm ?? NaN) - (unknown?.p5Cm ?? NaN)).toBeGreaterThan((female?.p95Cm ?? NaN) - (female?.p5Cm ?? NaN));
  });

  it('is near the survey\'s means for mean people', () => {
    // ANSUR II men: stature 175.6, mass 85.5, chest 105.9, navel waist 94.1, hip 102.1 (means).
    const { chest: c, waistNavel, hip } = estimateFromAnswers({ statureCm: 175.6, massKg: 85.5, sex: 'male' }, model).measurements;
    expect(Math.abs((c?.meanCm ?? NaN) - 105.9)).toBeLessThan(1.5);
    expect(Math.abs((waistNavel?.meanCm ?? NaN) - 94.1)).toBeLessThan(1.5);
    expect(Math.abs((hip?.meanCm ?? NaN) - 102.1)).toBeLessThan(1.5);
  });

  it('states a proper correlation', () => {
    const { correlation } = estimateFromAnswers({ statureCm: 175, massKg: 75 }, model);
    correlation?.matrix.forEach((row, i) => row.forEach((value, j) => {
      expect(value).toBeCloseTo(correlation.matrix[j]?.[i] ?? NaN, 9);
      expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-9);
    }));
  });

  it('is surer and larger with a large usual size', () => {
    const profile = { statureCm: 175, massKg: 75, sex: 'male' } as const;
    const width = (hints?: BodyHints): [number, number] => {
      const { meanCm = NaN, p5Cm = NaN, p95Cm = NaN } = estimateFromAnswers(profile, model, hints).measurements.chest ?? {};
      return [meanCm, p95Cm - p5Cm];
    };
    const [plain, large] = [width(), width({ usualSizes: [genericSize('male', 'L')] })];
    expect(large[0]).toBeGreaterThan(plain[0]);
    expect(large[1]).toBeLessThan(plain[1]);
  });

  it('gives a flatter belly to who says so', () => {
    const waist = (tummy?: 'flat' | 'round'): number => estimateFromAnswers({ statureCm: 165, massKg: 62, sex: 'female' }, model, { cues: { tummy } }).measurements.waistNavel?.meanCm ?? NaN;
    expect(waist('flat')).toBeLessThan(waist() - 1);
    expect(waist('round')).toBeGreaterThan(waist() + 1);
  });

  it('widens when the usual size cannot be true', () => {
    const profile = { statureCm: 165, massKg: 50, sex: 'female' } as const;
    const widthCm = (hints?: BodyHints): number => {
      const { p5Cm = NaN, p95Cm = NaN } = estimateFromAnswers(profile, model, hints).measurements.hip ?? {};
      return p95Cm - p5Cm;
    };
    expect(widthCm({ usualSizes: [genericSize('female', 'XXL')] })).toBeGreaterThan(1.2 * widthCm());
  });
});
