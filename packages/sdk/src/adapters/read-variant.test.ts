import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readVariant } from './read-variant.ts';

it.each([
  ['M', { size: 'M' }], ['xl', { size: 'xl' }], ['3XL', { size: '3XL' }], ['XXS', { size: 'XXS' }], ['S/M', { size: 'S/M' }], ['One Size', { size: 'One Size' }], ['freesize', { size: 'freesize' }],
  ['38', { size: '38' }], ['EU 42.5', { size: 'EU 42.5' }], ['W32 L30', { size: 'W32 L30' }], ['34B', { size: '34B' }], ['4T', { size: '4T' }], ['6-12 months', { size: '6-12 months' }],
  ['green', { colour: 'green' }], ['navy-blue', { colour: 'navy-blue' }], ['Xanh lá', { colour: 'Xanh lá' }],
  ['Red / M', { colour: 'Red', size: 'M' }], ['M / Red / Linen', { colour: 'Red', size: 'M' }], ['Red / S/M', { colour: 'Red', size: 'S/M' }], ['red/L', { colour: 'red', size: 'L' }],
  ['M, green', { colour: 'green', size: 'M' }], ['Đen - 40', { colour: 'Đen', size: '40' }], ['black | XS', { colour: 'black', size: 'XS' }],
  ['Default Title', {}], ['(not set)', {}], ['', {}], [' / ', {}],
])('%s', (text, variant) => {
  expect(readVariant(text)).toEqual(variant);
});

it('answers with parts of the text, at once', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.constantFrom('', 'x', 'w32', ' / ', '1-'), (text, more) => {
    const given = `${text}${more.repeat(20)}`.slice(0, 100);
    for (const part of Object.values(readVariant(given))) {
      expect(given).toContain(part);
      expect(part).not.toBe('');
    }
  }));
});
