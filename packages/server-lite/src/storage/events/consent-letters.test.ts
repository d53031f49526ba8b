import type { ConsentChoice } from '@vua/models/contracts';
import { expect, it } from 'vitest';
import { consentOf, keptLetters, lettersOf } from './consent-letters.ts';

const CHOICES: readonly ConsentChoice[] = ['unknown', 'denied', 'granted'];
const ALL = CHOICES.flatMap((analytics) => CHOICES.flatMap((personalization) => CHOICES.map((statistics) => ({ analytics, personalization, statistics }))));

it('gives back each of the 27 states', () => {
  expect(ALL.map((consent) => consentOf(lettersOf(consent)))).toEqual(ALL);
  expect(new Set(ALL.map(lettersOf)).size).toBe(27);
  expect(ALL.map((consent) => keptLetters(lettersOf(consent)))).toEqual(ALL.map(lettersOf));
});

it('names analytics first, then personalization, then statistics', () => {
  expect(lettersOf({ analytics: 'granted', personalization: 'denied', statistics: 'unknown' })).toBe('gdu');
});

it.each([null, undefined, '', 'g', 'GDU', 'gdug', 'xyz', '__proto__'])('makes nothing up of %j', (text) => {
  expect(keptLetters(text)).toBeUndefined();
});

it('knows no state where nothing was kept', () => {
  expect(consentOf(undefined)).toBeUndefined();
});
