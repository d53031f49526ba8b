import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TrendSeries, fitTrends, readTrendFit } from './index.ts';
import { madeShop } from './testing/made-series.ts';

const bytesOf = (fit: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(fit));

const value = fc.oneof({ weight: 4, arbitrary: fc.double({ min: 0, max: 1e12, noNaN: true }) }, fc.constantFrom(0, 1e-9, 1e12, null));
const series = fc.array(fc.record({ firstWeek: fc.integer({ min: 0, max: 3000 }), values: fc.array(value, { maxLength: 130, size: 'max' }) }), { maxLength: 4 })
  .map((drawn) => drawn.map((one, k): TrendSeries => ({ ...one, id: `csv:tag ${k}` })));

it('reads whatever is learned of what a shop may have', () => {
  fc.assert(fc.property(series, (drawn) => {
    const bytes = bytesOf(fitTrends(drawn));
    expect(bytesOf(readTrendFit(bytes))).toEqual(bytes);
  }), { numRuns: 30 });
});

it('reads what is learned of many long histories', () => {
  const bytes = bytesOf(fitTrends(madeShop(12, { weeks: 200 })));
  expect(bytesOf(readTrendFit(bytes))).toEqual(bytes);
});

it.each([['nothing', ''], ['no JSON', '{"fittedToWeek":'], ['another value', '7'], ['no text', '\u{fffe}']])('reads no fit out of %s', (_what, text) => {
  expect(readTrendFit(text === '\u{fffe}' ? Uint8Array.of(0xff, 0xfe) : new TextEncoder().encode(text))).toBeUndefined();
});
