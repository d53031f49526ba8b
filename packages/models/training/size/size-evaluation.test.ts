import { describe, expect, it } from 'vitest';
import type { BodyEstimate, MeasurementName } from '../../src/body/index.ts';
import { checkSizeChart } from '../../src/size/index.ts';
import { GRADED_GARMENTS, GRADINGS_CM, gradedCharts } from './grading-charts.ts';
import { isTableReadingRight, judgeAdvice } from './judge-advice.ts';
import { type EstimatedRow, readEstimates } from './read-estimates.ts';
import { evaluateSizes } from './size-evaluation.ts';
import { sizeTable } from './size-table.ts';

const TRUTH = { stature_cm: 170, mass_kg: 65, chest_cm: 93, waist_cm: 75, hip_cm: 98 };

function bodyOf(cm: Partial<Record<MeasurementName, number>>, halfCm: number): BodyEstimate {
  const measurements = Object.fromEntries(Object.entries(cm).map(([name, meanCm]) => [name, { meanCm, p5Cm: meanCm - halfCm, p95Cm: meanCm + halfCm }]));
  return { source: 'camera', profile: { statureCm: 170 }, measurements };
}

/** A person whose estimates miss the truth by `errorCm`, with intervals of +- `halfCm`. */
function row(id: string, errorCm: number, halfCm: number): EstimatedRow {
  const estimates = Object.fromEntries(['chest_cm', 'waist_cm', 'hip_cm'].map((name) => {
    const mean = TRUTH[name as keyof typeof TRUTH] + errorCm;
    return [name, { mean, p5: mean - halfCm, p95: mean + halfCm }];
  }));
  return { id, estimates, estimatesWithMass: estimates, truth: TRUTH };
}

const blind = (): BodyEstimate => bodyOf({ chest: 95, waist: 78, hip: 99 }, 9);

describe('gradedCharts', () => {
  it('are good charts, and put every body at every distance from a border', () => {
    for (const garment of GRADED_GARMENTS) {
      for (const gradingCm of GRADINGS_CM) {
        const charts = gradedCharts(garment, gradingCm);
        expect(charts).toHaveLength(garment.cutsCm.length * gradingCm);
        for (const chart of charts) expect(checkSizeChart(chart)).toEqual([]);
        const zone = Object.keys(garment.cutsCm[0] ?? {})[0] as 'chest' | 'waist';
        const distances = charts.map(({ rows }) => 93 - (rows.findLast(({ body }) => (body[zone]?.minCm ?? 0) <= 93)?.body[zone]?.minCm ?? 0));
        expect(new Set(distances).size).toBe(gradingCm);
      }
    }
  });
});

describe('judgeAdvice', () => {
  const [chart] = gradedCharts({ name: 'shirts', garmentType: 'shirt', cutsCm: [{ chest: 84 }] }, 6);
  if (!chart) throw new Error('no chart');

  it.each([[88.9, false], [89.1, true], [96.9, true], [97.1, false]])('a true chest of %d cm makes 90 to 96 cm right: %s', (chest, isRight) => {
    expect(judgeAdvice(chart, bodyOf({ chest: 93 }, 1), bodyOf({ chest }, 0))).toMatchObject({ status: 'recommended', isRight, isRightEverywhere: isRight });
    expect(isTableReadingRight(chart, bodyOf({ chest: 93 }, 1), bodyOf({ chest }, 0))).toBe(isRight);
  });

  it('takes either of two sizes between as holding the truth', () => {
    expect(judgeAdvice(chart, bodyOf({ chest: 96 }, 3), bodyOf({ chest: 100 }, 0))).toMatchObject({ status: 'between', isRight: true });
    expect(judgeAdvice(chart, bodyOf({ chest: 96 }, 3), bodyOf({ chest: 104 }, 0))).toMatchObject({ status: 'between', isRight: false });
  });

  it('marks the true place among the probabilities', () => {
    const { places } = judgeAdvice(chart, bodyOf({ chest: 96 }, 3), bodyOf({ chest: 97 }, 0));
    expect(places.findIndex(({ isBest }) => isBest)).toBe(3);
    expect(places.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });
});

describe('evaluateSizes', () => {
  it('finds exact estimates always right, and says what was not answered', () => {
    const { charts, reliability, statedReliability, refused } = evaluateSizes(readEstimates([row('a', 0, 0.05), { ...row('b', 0, 1), estimates: {}, estimatesWithMass: {} }]), blind);
    expect(refused).toBe(1);
    const shirts = charts['shirts-6cm'];
    expect(shirts).toMatchObject({ n: 12, precision: 1, unavailable: 0.5, naive: { precision: 1 } });
    // At one of the six places the body lies on a border.
    expect(shirts?.coverage).toBeGreaterThanOrEqual(5 / 12 - 0.001);
    expect(shirts?.heightWeightOnly.coverage).toBeLessThan(0.2);
    expect(reliability.picturesWithMass.at(-1)).toMatchObject({ predicted: 1, observed: 1 });
    expect(statedReliability.picturesWithMass.at(-1)).toMatchObject({ predicted: 1, observed: 1 });
  });

  it('finds estimates that are sure and wrong out', () => {
    const { charts, reliability, statedReliability } = evaluateSizes(readEstimates([row('a', 9, 0.5)]), blind);
    expect(charts['shirts-6cm']?.precision).toBe(0);
    expect(charts['shirts-6cm']?.coverageAt90).toBe(0);
    expect(reliability.picturesWithMass.at(-1)?.observed).toBe(0);
    expect(statedReliability.picturesWithMass.at(-1)?.observed).toBe(0);
  });

  it('is printed with every chart', () => {
    const table = sizeTable(evaluateSizes(readEstimates([row('a', 1, 2)]), blind));
    for (const { name } of GRADED_GARMENTS) for (const gradingCm of GRADINGS_CM) expect(table).toContain(`${name}-${gradingCm}cm`);
  });
});

describe('readEstimates', () => {
  it('refuses people without truth: then nothing can be compared', () => {
    expect(() => readEstimates([{ ...row('a', 0, 1), truth: { stature_cm: 170, mass_kg: 60 } }])).toThrow(/a has no true chest_cm/);
  });

  it('takes correlations where they stand beside the estimates', () => {
    const correlation = { names: ['waist', 'hip'] as const, matrix: [[1, 0.5], [0.5, 1]] };
    const [person] = readEstimates([{ ...row('a', 0, 1), correlationWithMass: correlation }]);
    expect(person?.picturesWithMass?.correlation).toEqual(correlation);
    expect(person?.pictures?.correlation).toBeUndefined();
  });
});
