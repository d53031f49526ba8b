import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TrendSeries, fitTrends, readTrendFit } from './index.ts';
import { madeShop } from './testing/made-series.ts';

const value = fc.oneof({ weight: 4, arbitrary: fc.double({ min: 0, max: 1e12, noNaN: true }) }, fc.constantFrom(0, 1e-9, 1e12, null));
const series = fc.array(fc.record({ firstWeek: fc.integer({ min: 0, max: 3000 }), values: fc.array(value, { maxLength: 130, size: 'max' }) }), { maxLength: 4 })
  .map((drawn) => drawn.map((one, k): TrendSeries => ({ ...one, id: `csv:tag ${k}` })));

it('reads whatever is learned of what a shop may have', () => {
  fc.assert(fc.property(series, (drawn) => {
    const json = JSON.stringify(fitTrends(drawn));
    expect(JSON.stringify(readTrendFit(json))).toBe(json);
  }), { numRuns: 30 });
});

it('reads what is learned of many long histories', () => {
  const json = JSON.stringify(fitTrends(madeShop(12, { weeks: 200 })));
  expect(JSON.stringify(readTrendFit(json))).toBe(json);
});

it.each([['nothing', ''], ['no JSON', '{"fittedToWeek":'], ['another value', '7']])('reads no fit out of %s', (_what, json) => {
  expect(readTrendFit(json)).toBeUndefined();
});
