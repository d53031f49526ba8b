import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SEED } from '../testing/seed.ts';
import { joinStretches, stretchOf, stretchStartMs } from './stretch.ts';

it('begins a stretch every 262,144 ms', () => {
  expect([0, 262_143, 262_144, -1].map(stretchOf)).toEqual([0, 0, 1, -1]);
  expect(stretchStartMs(stretchOf(1_795_176_000_000))).toBeLessThanOrEqual(1_795_176_000_000);
});

it(`joins neighbours, leaves nothing out and adds nothing (seed ${SEED})`, () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40 })), (drawn) => {
    const stretches = drawn.toSorted((a, b) => a - b);
    const ranges = joinStretches(stretches);
    const covered = ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
    expect(covered).toEqual(stretches);
    ranges.slice(1).forEach(({ first }, index) => expect(first).toBeGreaterThan((ranges[index]?.last ?? 0) + 1));
  }), { seed: SEED });
});
