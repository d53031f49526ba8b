import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNearestTags } from './nearest-tags.ts';

const KNOWN = ['áo dài', 'áo dài cách tân', 'linen', 'linen dress', 'quần ống rộng', 'denim'];

it.each([
  ['ao dai', ['áo dài', 'áo dài cách tân']],
  ['linnen', ['linen', 'linen dress']],
  ['QUAN ONG RONG', ['quần ống rộng']],
  ['đầm', []],
])('finds what is written like %j', (tag, expected) => {
  expect(createNearestTags(KNOWN)(tag)).toEqual(expected);
});

it('names known tags only, at most three, each once, itself first where it is known', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 12 }), (known, tag) => {
    const found = createNearestTags(known)(tag);
    expect(found.length).toBeLessThanOrEqual(3);
    expect(new Set(found).size).toBe(found.length);
    for (const one of found) expect(known).toContain(one);
  }));
});
