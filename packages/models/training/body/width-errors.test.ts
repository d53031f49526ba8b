import { describe, expect, it } from 'vitest';
import { chestPerson } from './testing/chest-outcome.ts';
import { widthErrors } from './width-errors.ts';

const widthTruth = { chest: [31, 20.5], waist_navel: [28, 19] } as const;
const nothing = [false, false] as const;

describe('widthErrors', () => {
  it('compares breadth and depth apart', () => {
    expect(widthErrors([chestPerson('a', 0, { widthTruth })])).toEqual({ chest: [1, 0.5], waist_navel: [0, 1] });
  });

  it('takes only what was seen when asked to', () => {
    const seen = { breadth: 0.5, depth: 1, cuts: { chest: [false, true], waist: nothing, waistNavel: [true, false], hip: nothing } } as const;
    const people = [chestPerson('a', 0, { widthTruth, seen }), chestPerson('b', 0, { widthTruth: { chest: [40, 40] } })];
    expect(widthErrors(people, true)).toEqual({ chest: [null, 0.5], waist_navel: [0, null] });
  });
});
