import { TimeOrderedId } from '@vua/models/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileCheck } from './event-checks.ts';
import { createTimeOrderedIds } from './time-ordered-ids.ts';

const checkId = compileCheck(TimeOrderedId);

it('makes ids that are unique and ascend whatever the clock does', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 2, maxLength: 50 }), (times) => {
    let turn = 0;
    const nextId = createTimeOrderedIds(() => times[turn++ % times.length] ?? 0);
    const ids = times.map(() => nextId());
    for (const id of ids) expect(checkId(id)).toBeUndefined();
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  }));
});

it('carries over when more are made in a millisecond than it counts', () => {
  const nextId = createTimeOrderedIds(() => 1);
  const ids = Array.from({ length: 10_000 }, () => nextId());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});
