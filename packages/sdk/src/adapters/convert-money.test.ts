import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toMajor, toMinor } from './convert-money.ts';
import { currencyExponent } from './currency-exponent.ts';

it.each<[unknown, unknown, number]>([
  [490_000, 'VND', 490_000], ['490000', 'VND', 490_000], [490_000.4, 'VND', 490_000], ['490000.00', 'VND', 490_000],
  [1980, 'JPY', 1980], [19.99, 'USD', 1999], ['19.99', 'usd', 1999], [19.9, 'EUR', 1990], ['25.', ' EUR ', 2500],
  [1.25, 'KWD', 1250], ['1.2345', 'KWD', 1235], [1.0005, 'BHD', 1001], [5, 'CLF', 50_000],
  [0.1 + 0.2, 'USD', 30], [1.005, 'USD', 101], [0.29, 'USD', 29], [4.35, 'USD', 435], [0, 'USD', 0], ['0', 'VND', 0],
])('%j %s are %i in minor units', (amount, currency, amountMinor) => {
  expect(toMinor(amount, currency)).toEqual({ amountMinor, currency: String(currency).trim().toUpperCase() });
});

it.each<[string, unknown, unknown]>([
  ['a thousand or a decimal point', '490.000', 'VND'], ['a comma', '1,234', 'USD'], ['a decimal comma', '12,50', 'EUR'], ['a currency inside', '12 EUR', 'EUR'],
  ['a negative amount', -1, 'USD'], ['no number', Number.NaN, 'USD'], ['infinity', Infinity, 'USD'], ['too much', 1e15, 'USD'], ['far too much', 1e21, 'USD'],
  ['no amount', '', 'USD'], ['an object', { amount: 1 }, 'USD'], ['true', true, 'USD'], ['nothing', undefined, 'USD'],
  ['no currency', 1, undefined], ['a sign', 1, '$'], ['a number as currency', 1, 704],
])('takes no amount from %s', (_what, amount, currency) => {
  expect(toMinor(amount, currency)).toBeUndefined();
});

it('gives back what it was given, in every currency', () => {
  const money = fc.record({ amountMinor: fc.nat({ max: 2 ** 40 }), currency: fc.constantFrom('VND', 'JPY', 'KRW', 'USD', 'EUR', 'KWD', 'BHD', 'CLF', 'MGA') });
  fc.assert(fc.property(money, (given) => {
    expect(toMinor(toMajor(given), given.currency)).toEqual(given);
    expect(toMinor(toMajor(given).toFixed(currencyExponent(given.currency) || 2), given.currency)).toEqual(given);
  }));
});

it('is never off by more than half a minor unit, whatever the number', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constantFrom('VND', 'USD', 'KWD'), (amount, currency) => {
    // Numbers below are written with an exponent.
    fc.pre(amount === 0 || amount > 1e-6);
    const minor = toMinor(amount, currency)?.amountMinor ?? Infinity;
    expect(Math.abs(minor - amount * 10 ** currencyExponent(currency))).toBeLessThanOrEqual(0.500_01);
  }));
});
