import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fragmentOf, MAX_TAG_LENGTH, placeOfFragment } from './place.ts';

it.each([
  ['', { name: 'events' }], ['#view=events', { name: 'events' }], ['#view=trends', { name: 'trends' }], ['#view=trends&tag=', { name: 'trends' }],
  ['#view=trends&tag=v%C3%A1y+midi', { name: 'trends', tag: 'váy midi' }], ['#content', undefined], ['#view=elsewhere', undefined],
] as const)('%s', (fragment, place) => {
  expect(placeOfFragment(fragment)).toEqual(place);
});

it('finds every tag again, whatever is written in it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => text.trim()).filter((text) => text !== '' && text.length <= MAX_TAG_LENGTH && text.isWellFormed()), (tag) => {
    expect(placeOfFragment(fragmentOf({ name: 'trends', tag }))).toEqual({ name: 'trends', tag });
  }));
});
