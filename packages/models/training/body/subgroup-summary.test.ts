import { describe, expect, it } from 'vitest';
import { subgroupSummary } from './subgroup-summary.ts';
import { chestPerson, REFUSED } from './testing/chest-outcome.ts';

const ofMass = (massKg: number) => ({ chest_cm: 100, mass_kg: massKg, stature_cm: 170 });

describe('subgroupSummary', () => {
  it('pools the people of each group, with BMI from mass and stature', () => {
    const people = [
      chestPerson('a', 1, { truth: ofMass(60), groups: { sex: 'female', room: 'plain' } }),
      chestPerson('b', -4, { truth: ofMass(90), groups: { sex: 'female', room: 'stripes' } }),
    ];
    expect(subgroupSummary(people, 'statureOnly')).toEqual({
      'bmi:over 28': { mae: 4, coverage90: 0, n: 1 },
      'bmi:under 22': { mae: 1, coverage90: 1, n: 1 },
      'room:plain': { mae: 1, coverage90: 1, n: 1 },
      'room:stripes': { mae: 4, coverage90: 0, n: 1 },
      'sex:female': { mae: 2.5, coverage90: 0.5, n: 2 },
    });
    expect(subgroupSummary(people, 'withMass')['sex:female']).toEqual({ mae: 1.25, coverage90: 1, n: 2 });
  });

  it.each([[63, 'under 22'], [64, '22-28'], [80, '22-28'], [81, 'over 28']])('sorts %s kg at 170 cm into the group %s', (massKg, group) => {
    expect(Object.keys(subgroupSummary([chestPerson('a', 0, { truth: ofMass(massKg) })], 'statureOnly'))).toEqual([`bmi:${group}`]);
  });

  it('leaves out groups in which everybody was refused', () => {
    expect(subgroupSummary([chestPerson('a', 0, { statureOnly: REFUSED, groups: { sex: 'male' } })], 'statureOnly')).toEqual({});
  });
});
