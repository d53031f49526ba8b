import { describe, expect, it } from 'vitest';
import type { EvaluationRun } from './body-evaluation.ts';
import { evalSummary } from './eval-summary.ts';
import { evalTable } from './eval-table.ts';
import type { EvaluatedPerson } from './evaluated-person.ts';
import { chestOutcome, chestPerson, REFUSED } from './testing/chest-outcome.ts';

const table = (people: readonly EvaluatedPerson[], run: Partial<EvaluationRun> = {}): string => evalTable(evalSummary(people, { calibration: 'synthetic', ...run }));
const BLUR = { name: 'blur', distribution: 'out of focus', seed: 7, captures: 1 };

describe('evalTable', () => {
  it('prints errors beside their targets and marks those that are missed', () => {
    const printed = table([chestPerson('a', 2.5)]);
    expect(printed).toMatch(/pictures \+ stature, cm.*target/);
    expect(printed).toMatch(/chest_cm +1 +2\.50! +1\.80 +2\.50! +2\.50 +0\.00 +14\.00/);
    expect(printed).toMatch(/chest_cm +1 +1\.25 +1\.60 +1\.25! +1\.25 +1\.00 +4\.00/);
    expect(printed).toMatch(/all +1 +2\.50 +2\.50 +2\.50 +0\.00! +14\.00/);
  });

  it('has no targets for the field calibration', () => {
    const printed = table([chestPerson('a', 2.5)], { calibration: 'field' });
    expect(printed).toMatch(/chest_cm +1 +2\.50 +2\.50 +2\.50 +0\.00 +14\.00/);
  });

  it('asks of spoilt captures only that they are covered or refused', () => {
    const printed = table([chestPerson('a', 2.5), chestPerson('b', 0, { statureOnly: REFUSED })], { perturbation: BLUR });
    expect(printed).toContain('refused 1 of 2 (not-side-on 1)');
    expect(printed).toContain('perturbation blur, seed 7: out of focus');
    expect(printed).toMatch(/chest_cm +1 +2\.50 +2\.50 +2\.50 +0\.00/);
    expect(printed).toMatch(/all +1 .* 0\.00! /);
  });

  it('says how many of the people were measured', () => {
    expect(table([chestPerson('a', 0)], { peopleMeasured: { n: 1, of: 60 } })).toContain('the first 1 of 60 people');
    expect(table([chestPerson('a', 0)], { peopleMeasured: { n: 60, of: 60 } })).not.toContain('the first');
  });

  it('prints widths, what was seen, groups of both passes and the comparison with constant widths', () => {
    const seen = { breadth: 0.5, depth: 0.25, cuts: { chest: [true, false], waist: [true, true], waistNavel: [true, true], hip: [true, true] } } as const;
    const printed = table([chestPerson('a', 2.5, { widthTruth: { chest: [31, 20.5] }, groups: { sex: 'male' }, seen })]);
    expect(printed).toMatch(/chest +1\.00 +0\.50 +1\.00! +-\n/);
    expect(printed).toMatch(/trunk rows +0\.50 +0\.25\nchest +1\.00 +0\.00/);
    expect(printed).toMatch(/sex:male +1 +2\.50 +0\.00! +1\.25 +1\.00/);
    expect(printed).toMatch(/chest_cm +14\.00 +50\.00 +0\.00 +4\.00! +2\.50 +1\.25/);
  });

  it('prints how captures spread, against the target', () => {
    const printed = table([0, 2].map((errorCm, i) => chestPerson('a', errorCm, { capture: i + 1 })), { perturbation: { ...BLUR, captures: 2 } });
    expect(printed).toMatch(/sd of 2 captures, cm/);
    expect(printed).toMatch(/chest_cm +1 +1\.41! +1\.41 +0\.71! +0\.71/);
  });

  it('says when there is nothing to compare with', () => {
    expect(table([{ id: 'a', statureOnly: chestOutcome(100) }])).toContain('no truths');
  });
});
