import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAnswerCache } from './answer-cache.ts';

const letters = (answer: string, key: string): number => answer.length + key.length;

it('keeps what was asked for last, up to the size', () => {
  const cache = createAnswerCache<string>(30, letters);
  for (const key of ['a', 'b', 'c']) expect(cache.keep(key, key.repeat(9))).toBe(key.repeat(9));
  expect(cache.find('a')).toBe('a'.repeat(9));
  cache.keep('d', 'd'.repeat(9));
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.find(key) !== undefined)).toEqual(['a', 'c', 'd']);
});

it('keeps nothing that is larger than all of it', () => {
  const cache = createAnswerCache<string>(30, letters);
  expect(cache.keep('a', 'a'.repeat(31))).toBe('a'.repeat(31));
  expect(cache.find('a')).toBeUndefined();
});

it('never holds more than it may, and gives back what it was given', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(20), fc.boolean())), (steps) => {
    const cache = createAnswerCache<string>(40, letters);
    const given = new Map<string, string>();
    for (const [key, length, isQuestion] of steps) {
      const text = `${key}${'x'.repeat(length)}`;
      if (!isQuestion) given.set(key, cache.keep(key, text));
      expect([undefined, given.get(key)]).toContain(cache.find(key));
      const held = [...given.keys()].flatMap((one) => cache.find(one) ?? []);
      expect(held.reduce((sum, one) => sum + one.length + 1, 0)).toBeLessThanOrEqual(40);
    }
  }));
});
