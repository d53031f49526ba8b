import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SEED } from '../testing/seed.ts';
import { givenString, storedString } from './stored-string.ts';

const anyString = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)));

it(`keeps every string in a form that both databases take (seed ${SEED})`, () => {
  fc.assert(fc.property(anyString, (text) => {
    expect(storedString(text).isWellFormed()).toBe(true);
    expect(storedString(text)).not.toContain('\0');
    expect(givenString(storedString(text))).toBe(text);
  }), { seed: SEED, numRuns: 1000 });
});

it('leaves ordinary strings alone, and never takes one for an escaped one', () => {
  expect(storedString('áo dài 👗')).toBe('áo dài 👗');
  const escaped = storedString('\0');
  expect(givenString(storedString(escaped))).toBe(escaped);
});
