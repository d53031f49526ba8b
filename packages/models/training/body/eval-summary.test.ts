import { describe, expect, it } from 'vitest';
import type { MeasureOutcome } from '../../src/body/index.ts';
import { evalSummary, type EvaluatedPerson } from './eval-summary.ts';
import { evalTable } from './eval-table.ts';

const WIDTHS = { chest: [30, 20], waist: [26, 19], waistNavel: [28, 20], hip: [34, 22] } as const;

function chestOutcome(meanCm: number, halfCm = 2): MeasureOutcome {
  const chest = { meanCm, p5Cm: meanCm - halfCm, p95Cm: meanCm + halfCm };
  return { status: 'measured', body: { source: 'camera', profile: { statureCm: 170 }, measurements: { chest } }, widths: WIDTHS };
}

const REFUSED: MeasureOutcome = { status: 'refused', view: 'side', reason: 'not-side-on' };

function person(id: string, statureOnly: MeasureOutcome, rest: Partial<EvaluatedPerson> = {}): EvaluatedPerson {
  return { id, statureOnly, ...rest };
}

describe('evalSummary', () => {
  it('computes errors, coverage and the interval score', () => {
    const { summary } = evalSummary([
      person('a', chestOutcome(101), { truth: { chest_cm: 100 } }),
      person('b', chestOutcome(97), { truth: { chest_cm: 100 } }),
    ], 'synthetic');
    // a: inside, score 4; b: misses by 1 cm, score 4 + 20.
    expect(summary).toEqual({ chest_cm: { mae: 2, bias: -1, p90: 3, coverage90: 0.5, intervalScore: 14, n: 2 } });
  });

  it('writes the estimates and the truths beside them', () => {
    const { people } = evalSummary([person('a', chestOutcome(101.234), { withMass: chestOutcome(100), truth: { chest_cm: 100 } })], 'field');
    expect(people).toEqual([{
      id: 'a',
      estimates: { chest_cm: { mean: 101.23, p5: 99.23, p95: 103.23 } },
      estimatesWithMass: { chest_cm: { mean: 100, p5: 98, p95: 102 } },
      widths: { chest: [30, 20], waist: [26, 19], waist_navel: [28, 20], hip: [34, 22] },
      truth: { chest_cm: 100 },
    }]);
  });

  it('names the reason of a refusal and leaves it out of the errors', () => {
    const result = evalSummary([person('a', REFUSED, { truth: { chest_cm: 100 } }), person('b', chestOutcome(100), { truth: { chest_cm: 100 } })], 'field');
    expect(result.people[0]).toMatchObject({ refused: 'not-side-on', estimates: {}, widths: {} });
    expect(result.summary['chest_cm']?.n).toBe(1);
    expect(result.refused).toEqual({ n: 1, of: 2 });
  });

  it('computes no errors without truths', () => {
    const result = evalSummary([person('a', chestOutcome(100))], 'field');
    expect(result).toMatchObject({ summary: {}, withMass: {}, widthMae: {}, subgroups: {} });
    expect(evalTable(result)).toContain('no truths');
  });

  it('compares widths with the truth, breadth and depth apart', () => {
    const { widthMae } = evalSummary([person('a', chestOutcome(100), { widthTruth: { chest: [31, 20.5], waist_navel: [28, 19] } })], 'synthetic');
    expect(widthMae).toEqual({ chest: [1, 0.5], waist_navel: [0, 1] });
  });

  it('pools measurements in groups, by BMI too', () => {
    const { subgroups } = evalSummary([
      person('a', chestOutcome(101), { truth: { chest_cm: 100, mass_kg: 60, stature_cm: 170 }, groups: { sex: 'female' } }),
      person('b', chestOutcome(96), { truth: { chest_cm: 100, mass_kg: 90, stature_cm: 170 }, groups: { sex: 'female' } }),
    ], 'synthetic');
    expect(subgroups).toEqual({
      'bmi:over 28': { mae: 4, coverage90: 0, n: 1 },
      'bmi:under 22': { mae: 1, coverage90: 1, n: 1 },
      'sex:female': { mae: 2.5, coverage90: 0.5, n: 2 },
    });
  });
});

describe('evalTable', () => {
  it('prints a line for each measurement, width and group', () => {
    const table = evalTable(evalSummary([
      person('a', chestOutcome(101), { withMass: chestOutcome(100.5), truth: { chest_cm: 100 }, widthTruth: { chest: [31, 20.5] }, groups: { sex: 'male' } }),
    ], 'synthetic'));
    expect(table).toMatch(/chest_cm\s+1\s+1\.00\s+1\.00\s+1\.00\s+1\.00\s+4\.00\s+0\.50\s+1\.00/);
    expect(table).toMatch(/chest\s+1\.00\s+0\.50/);
    expect(table).toMatch(/sex:male\s+1\s+1\.00\s+1\.00/);
  });
});
