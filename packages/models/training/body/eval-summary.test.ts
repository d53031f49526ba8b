import { describe, expect, it } from 'vitest';
import { evalSummary } from './eval-summary.ts';
import { chestOutcome, chestPerson, REFUSED } from './testing/chest-outcome.ts';

const RUN = { calibration: 'synthetic' } as const;

describe('evalSummary', () => {
  it('computes errors, coverage and the interval score, for both passes', () => {
    const { summary, withMass, pooled } = evalSummary([chestPerson('a', 1), chestPerson('b', -3)], RUN);
    // a: inside, score 4; b: misses by 1 cm, score 4 + 20.
    expect(summary).toEqual({ chest_cm: { mae: 2, bias: -1, p90: 3, coverage90: 0.5, intervalScore: 14, n: 2 } });
    expect(withMass).toEqual({ chest_cm: { mae: 1, bias: -0.5, p90: 1.5, coverage90: 1, intervalScore: 4, n: 2 } });
    expect(pooled).toEqual({ statureOnly: summary['chest_cm'], withMass: withMass['chest_cm'] });
  });

  it('writes the estimates and the truths beside them', () => {
    const { people } = evalSummary([{ id: 'a', statureOnly: chestOutcome(101.234), withMass: chestOutcome(100), truth: { chest_cm: 100 } }], RUN);
    expect(people).toEqual([{
      id: 'a',
      estimates: { chest_cm: { mean: 101.23, p5: 99.23, p95: 103.23 } },
      estimatesWithMass: { chest_cm: { mean: 100, p5: 98, p95: 102 } },
      widths: { chest: [30, 20], waist: [26, 19], waist_navel: [28, 20], hip: [34, 22] },
      truth: { chest_cm: 100 },
    }]);
  });

  it('writes how the errors hang together', () => {
    const correlation = { names: ['chest', 'waist'] as const, matrix: [[1, 0.51239], [0.51239, 1]] };
    const outcome = chestOutcome(100);
    if (outcome.status !== 'measured') throw new Error('not measured');
    const [row] = evalSummary([{ id: 'a', statureOnly: { ...outcome, body: { ...outcome.body, correlation } } }], RUN).people;
    expect(row?.correlation).toEqual({ names: ['chest', 'waist'], matrix: [[1, 0.512], [0.512, 1]] });
    expect(row?.correlationWithMass).toBeUndefined();
  });

  it('counts refusals by reason and leaves them out of the errors', () => {
    const result = evalSummary([chestPerson('a', 0, { statureOnly: REFUSED, withMass: REFUSED }), chestPerson('b', 0)], RUN);
    expect(result.people[0]).toMatchObject({ refused: 'not-side-on', estimates: {}, widths: {} });
    expect(result.summary['chest_cm']?.n).toBe(1);
    expect(result.refused).toEqual({ n: 1, of: 2, reasons: { 'not-side-on': 1 } });
  });

  it('computes no errors without truths', () => {
    const result = evalSummary([{ id: 'a', statureOnly: chestOutcome(100) }], RUN);
    expect(result).toMatchObject({ summary: {}, withMass: {}, pooled: {}, widthMae: {}, subgroups: {}, constantWidth: { statureOnly: {}, withMass: {} } });
  });

  it('says how the run was made', () => {
    const perturbation = { name: 'blur', distribution: 'wide', seed: 7, captures: 1 };
    expect(evalSummary([], { calibration: 'field', peopleMeasured: { n: 2, of: 60 }, perturbation })).toMatchObject({ calibration: 'field', peopleMeasured: { n: 2, of: 60 }, perturbation });
  });

  it('numbers captures and tells how they spread, only where there are several', () => {
    const result = evalSummary([1, 2].map((capture) => chestPerson('a', capture, { capture })), RUN);
    expect(result.people.map(({ capture }) => capture)).toEqual([1, 2]);
    expect(result.repeatability?.statureOnly['chest_cm']?.meanSd).toBe(0.71);
    expect(evalSummary([chestPerson('a', 1)], RUN)).not.toHaveProperty('repeatability');
  });

  it('compares the mean interval score over measurements with constant widths', () => {
    const { constantWidth } = evalSummary([chestPerson('a', 1), chestPerson('b', -3)], RUN);
    expect(constantWidth.statureOnly['all']).toEqual({ ours: 14, constant: 22, better: true });
  });
});
