import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isNestedTooDeeply } from './is-nested-too-deeply.ts';

const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);

it('counts the depth of JSON, whatever its texts hold', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), fc.integer({ min: 0, max: 7 }), (value, limit) => {
    expect(isNestedTooDeeply(Buffer.from(JSON.stringify(value)), limit)).toBe(depthOf(value) > limit);
  }));
});

it.each(['"[[[["', '"\\"[[[["', '"\\\\"', '["]]]]"]'])('sees no list in the text of %s', (json) => {
  expect(isNestedTooDeeply(Buffer.from(json), 1)).toBe(false);
});
