import fc from 'fast-check';
import { Check } from 'typebox/value';
import { expect, it } from 'vitest';
import { TimeOrderedId } from '@vua/models/contracts';
import { createIdMaker } from './create-id-maker.ts';

const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

it('makes ids that grow, whatever the clock does', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 2 ** 47 }), fc.double({ min: 0, max: 1e12, noNaN: true })), { minLength: 2, maxLength: 60 }), (times) => {
    let at = 0;
    const newId = createIdMaker({ now: () => times[at++] ?? 0 });
    const ids = times.map(newId);
    expect(ids.every((id) => Check(TimeOrderedId, id))).toBe(true);
    expect(ids).toEqual([...new Set(ids)].sort());
  }));
});

it('says when it was made', () => {
  expect(timeOf(createIdMaker({ now: () => 1_763_664_000_123.9 })())).toBe(1_763_664_000_123);
});

it('goes on to the next millisecond when the numbers of one are used up', () => {
  const newId = createIdMaker({ now: () => 5000 });
  const ids = Array.from({ length: 10_000 }, newId);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(timeOf(ids.at(-1) ?? '') - 5000).toBeLessThanOrEqual(10_000 / 0x800);
});

it('differs between two pages at the same moment', () => {
  const [one, other] = [createIdMaker({ now: () => 1 }), createIdMaker({ now: () => 1 })];
  expect(one()).not.toBe(other());
});
