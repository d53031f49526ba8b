import { describe, expect, it } from 'vitest';
import { seenSummary } from './seen-summary.ts';
import { chestPerson } from './testing/chest-outcome.ts';

const both = [true, true] as const;

describe('seenSummary', () => {
  it('averages over those of whom the worker told', () => {
    const all = { breadth: 1, depth: 0.5, cuts: { chest: both, waist: both, waistNavel: both, hip: both } };
    const some = { breadth: 0.5, depth: 0.25, cuts: { ...all.cuts, hip: [true, false] } } as const;
    expect(seenSummary([chestPerson('a', 0, { seen: all }), chestPerson('b', 0, { seen: some }), chestPerson('c', 0)])).toEqual({
      n: 2, breadth: 0.75, depth: 0.375, cuts: { chest: [1, 1], waist: [1, 1], waist_navel: [1, 1], hip: [1, 0.5] },
    });
  });

  it('is absent when the worker tells of nobody', () => {
    expect(seenSummary([chestPerson('a', 0)])).toBeUndefined();
  });
});
