import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrix } from '../linear-algebra.ts';
import { MEASUREMENT_NAMES } from '../measurement-name.ts';
import { genericSize, LETTER_SIZES } from './generic-sizes.ts';
import { updateGaussian } from './update-gaussian.ts';
import { usualSizeObservations, type UsualSize } from './usual-size.ts';

const STATURE_CM = 170;

/** People whose every measurement is about 95 cm, give or take 10 %. */
const people = {
  mean: new Float64Array(MEASUREMENT_NAMES.length).fill(Math.log(95 / STATURE_CM)),
  covariance: matrix(MEASUREMENT_NAMES.length, MEASUREMENT_NAMES.length, (i, j) => (i === j ? 0.01 : 0.004)),
};

function chestAfter(sizes: readonly UsualSize[]): { cm: number; sd: number } {
  const { mean, covariance } = updateGaussian(people, usualSizeObservations(sizes, STATURE_CM));
  return { cm: STATURE_CM * Math.exp(mean[0] as number), sd: Math.sqrt(covariance.data[0] as number) };
}

describe('usual sizes', () => {
  it('draw a body towards the range and make it surer', () => {
    const before = chestAfter([]);
    const large = chestAfter([{ chest: { minCm: 110, maxCm: 118 } }]);
    expect(large.cm).toBeGreaterThan(104);
    expect(large.cm).toBeLessThan(118);
    expect(large.sd).toBeLessThan(0.6 * before.sd);
    expect(chestAfter([{ chest: { minCm: 78, maxCm: 86 } }]).cm).toBeLessThan(90);
  });

  it('of two brands say more than one, less than two people would', () => {
    const range = { chest: { minCm: 98, maxCm: 106 } };
    const [one, two, many] = [[range], [range, range], Array.from({ length: 50 }, () => range)].map((sizes) => chestAfter(sizes).sd) as [number, number, number];
    expect(two).toBeLessThan(one);
    expect(many).toBeGreaterThan(0.5 * two);
  });

  it('grow with the letter, for both sexes', () => {
    for (const sex of ['female', 'male'] as const) {
      const means = LETTER_SIZES.map((letter) => chestAfter([genericSize(sex, letter)]).cm);
      expect(means).toEqual(means.toSorted((a, b) => a - b));
    }
  });

  it('follow each other without gap in the generic chart', () => {
    for (const sex of ['female', 'male'] as const) {
      LETTER_SIZES.slice(1).forEach((letter, i) => {
        const [smaller, larger] = [genericSize(sex, LETTER_SIZES[i] as 'XXS'), genericSize(sex, letter)];
        expect(larger.chest?.minCm).toBe(smaller.chest?.maxCm);
        expect(larger.hip?.minCm).toBe(smaller.hip?.maxCm);
      });
    }
  });

  it('do not count without a usable range', () => {
    expect(usualSizeObservations([{}, { chest: { minCm: 100, maxCm: 100 } }], STATURE_CM)).toEqual([]);
  });

  it('say as much in fine grading as the smallest step allows', () => {
    const fine = chestAfter([{ chest: { minCm: 99, maxCm: 101 } }]).sd;
    expect(fine).toBeCloseTo(chestAfter([{ chest: { minCm: 97, maxCm: 103 } }]).sd, 4);
  });

  it('of many zones are one choice', () => {
    const zone = fc.integer({ min: 60, max: 130 });
    fc.assert(fc.property(zone, zone, zone, (chest, waist, hip) => {
      const range = (minCm: number): { minCm: number; maxCm: number } => ({ minCm, maxCm: minCm + 8 });
      expect(usualSizeObservations([{ chest: range(chest), waist: range(waist), hip: range(hip) }], STATURE_CM)).toHaveLength(1);
    }));
  });
});
