import { expect, it } from 'vitest';
import { audienceMatch } from './audience-match.ts';

it.each([
  ['women', 'female', 'own'], ['women', 'male', 'other'], ['women', undefined, 'untold'],
  ['men', 'male', 'own'], ['men', 'female', 'other'], ['men', undefined, 'untold'],
  ['unisex', 'female', 'own'], ['unisex', 'male', 'own'], ['unisex', undefined, 'own'],
] as const)('a garment for %s, a shopper measured as %s: %s', (audience, sex, match) => {
  expect(audienceMatch(audience, sex)).toBe(match);
});
