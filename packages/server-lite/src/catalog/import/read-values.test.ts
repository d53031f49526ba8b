import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { garmentsOfCategory } from './garments-of-category.ts';
import { slugOf } from './item-id.ts';
import { readColours } from './read-colours.ts';
import { readPeriod } from './read-period.ts';
import { readPrice } from './read-price.ts';
import { readAudience, readAvailability, readQuantity } from './read-words.ts';

describe('readPrice', () => {
  it.each([
    ['490000 VND', 490_000], ['490000', 490_000], ['490.000 ₫', 490_000], ['490,000 VND', 490_000], ['VND 1.190.000', 1_190_000], ['1 190 000đ', 1_190_000],
    ['490000.00 VND', 490_000], ['490,000.00', 490_000], ['490\u00a0000 VNĐ', 490_000], ['0', 0], ['₫ 5', 5], ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('reads %s', (text, amountMinor) => expect(readPrice(text)).toEqual({ status: 'read', amountMinor }));

  it.each(['', 'free', '49.5', '4900.000', '-5 VND', '1e5', '490.000.00.000', '1.000,000', '9007199254740992', '490000 VND 5', '٤٩٠'])('does not read %j', (text) => expect(readPrice(text).status).not.toBe('read'));

  it.each(['19.99 USD', '$20', 'EUR 5', '5 kr'])('tells another currency: %s', (text) => expect(readPrice(text).status).toBe('other-currency'));

  it('reads what Vietnam writes, and never throws', () => {
    fc.assert(fc.property(fc.nat(1e12), (amountMinor) => {
      for (const sign of ['.', ',', ' ']) expect(readPrice(`${amountMinor.toString().replaceAll(/\B(?=(\d{3})+$)/g, sign)} ₫`)).toEqual({ status: 'read', amountMinor });
    }));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPrice(text)));
  });
});

describe('readPeriod', () => {
  it.each([
    ['2026-11-20T09:00+07:00/2026-11-25T23:59+07:00', '2026-11-20T02:00Z', '2026-11-25T16:59Z'],
    ['2026-11-20T09:00+0700 / 2026-11-25T23:59:30Z', '2026-11-20T02:00Z', '2026-11-25T23:59:30Z'],
    ['2026-11-20T09:00/2026-11-20 10:00', '2026-11-20T02:00Z', '2026-11-20T03:00Z'],
    ['2026-11-20/2026-11-20', '2026-11-19T17:00Z', '2026-11-20T17:00Z'],
    ['2028-02-29T00:00-0330/2028-03-01T00:00Z', '2028-02-29T03:30Z', '2028-03-01T00:00Z'],
  ])('reads %s', (text, start, end) => expect(readPeriod(text)).toEqual({ status: 'read', startsAtMs: Date.parse(start), endsAtMs: Date.parse(end) }));

  it.each(['', '/', '2026-11-20', '2026-02-30/2026-03-05', '2026-13-01/2026-14-01', '2026-11-20T25:00Z/2026-11-21T00:00Z', '2026-11-20T10:00+99:00/2027-01-01', 'a/b', '1960-01-01/1970-01-09', '2026-01-01/2026-01-02/2026-01-03'])(
    'does not read %j', (text) => expect(readPeriod(text)).toEqual({ status: 'unreadable' }));

  it('tells a period that ends before it begins', () => expect(readPeriod('2026-11-25T00:00Z/2026-11-25T00:00Z')).toEqual({ status: 'empty' }));

  it('never throws, and its periods last', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?\/\d{4}-\d{2}-\d{2}$/)), (text) => {
      const reading = readPeriod(text);
      expect(reading.status === 'read' && reading.endsAtMs <= reading.startsAtMs).toBe(false);
    }));
  });
});

describe('readColours', () => {
  it('knows common names, and takes others with their value', () => {
    expect(readColours('navy|Trắng ngà|Rêu:Moss:#6b7256|s1:Cát:Sand:#C8B596|Neon:#00ff00')).toEqual({
      unknown: [], unreadable: [],
      colours: [
        { id: 'navy', name: { vi: 'Xanh than', en: 'Navy' }, hex: '#22304f' }, { id: 'ivory', name: { vi: 'Trắng ngà', en: 'Ivory' }, hex: '#e9e4d8' },
        { id: 'moss', name: { vi: 'Rêu', en: 'Moss' }, hex: '#6b7256' }, { id: 's1', name: { vi: 'Cát', en: 'Sand' }, hex: '#c8b596' }, { id: 'neon', name: { vi: 'Neon', en: 'Neon' }, hex: '#00ff00' },
      ],
    });
  });

  it('says what it shows as grey, and what is none', () => {
    const reading = readColours('Sunset/ /???/Red:#12/a:b:c:d:#000000');
    expect(reading.colours).toEqual([{ id: 'sunset', name: { vi: 'Sunset', en: 'Sunset' }, hex: '#808080' }]);
    expect(reading).toMatchObject({ unknown: ['Sunset'], unreadable: ['???', 'Red:#12', 'a:b:c:d:#000000'] });
  });
});

describe('words', () => {
  it('are those of Merchant feeds and of Vietnamese shops', () => {
    expect(['female', 'Women', 'nữ', 'Nam', 'unisex', 'kids', '__proto__'].map(readAudience)).toEqual(['women', 'women', 'women', 'men', 'unisex', undefined, undefined]);
    expect(['in stock', 'in_stock', 'Out of Stock', 'preorder', 'soon', 'toString'].map(readAvailability)).toEqual([true, true, false, false, undefined, undefined]);
    expect(['0', '12', '1000000', '1000001', '-1', '1.5', '', 'x'].map(readQuantity)).toEqual([0, 12, 1_000_000, undefined, undefined, undefined, undefined, undefined]);
    expect(['2271', 'Apparel & Accessories > Clothing > Pants', 'Apparel & Accessories > Clothing > Outerwear > Vests', '9999', ''].map(garmentsOfCategory))
      .toEqual([['dress'], ['trousers', 'jeans'], ['jacket', 'coat'], [], []]);
  });

  it.each([['Áo sơ mi_01', 'ao-so-mi-01'], ['SKU--9', 'sku-9'], ['Đầm', 'dam'], ['-x-', 'x'], ['!!', undefined], [`${'a'.repeat(63)}--b`, 'a'.repeat(63)]])('make %s an id', (text, id) => expect(slugOf(text)).toBe(id));

  it('make ids that may stand in addresses', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      expect(slugOf(text) ?? 'none').toMatch(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);
    }));
  });
});
