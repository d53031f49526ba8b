import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TrendSeries, MAX_HORIZON_WEEKS, fitTrends, forecastTrend } from './index.ts';

const WEEKS = 209;

/** A yearly wave with a slope and made noise, the same each time. */
function madeSeries(k: number, weeks = WEEKS, growth = 0): TrendSeries {
  let state = 7919 * (k + 1);
  const noise = (): number => { state = (state * 16807) % 2147483647; return state / 2147483647 - 0.5; };
  const valueAt = (week: number): number => (50 + 20 * Math.sin((2 * Math.PI * (week + 4 * k)) / 52)) * (1 + growth) ** (week / 52) * (1 + 0.1 * noise());
  return { id: `tag-${k}`, firstWeek: 2000, values: Array.from({ length: weeks }, (_, week) => valueAt(week)) };
}

const shop = Array.from({ length: 24 }, (_, k) => madeSeries(k, WEEKS, ((k % 3) - 1) * 0.15));
const fit = fitTrends(shop);
const mean = (values: readonly (number | null)[]): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
const cut = (series: TrendSeries, weeks: number): TrendSeries => ({ ...series, values: series.values.slice(0, weeks) });
const anyValues = fc.array(fc.oneof({ weight: 5, arbitrary: fc.double({ min: 0, max: 1e6, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(null) }), { maxLength: 300 });

describe('a forecast', () => {
  it('misses what comes by less than the same weeks of last year, in series that grow', () => {
    const known = fitTrends(shop.map((series) => cut(series, WEEKS - 13)));
    const misses = shop.map((series) => {
      const answer = forecastTrend(known, cut(series, WEEKS - 13), 13);
      if (answer.status !== 'forecast') throw new Error(answer.status);
      const truth = mean(series.values.slice(-13)) / mean(series.values.slice(-26, -13)) - 1;
      return { ours: Math.abs(answer.change.value - truth), naive: Math.abs(answer.change.baseline - truth) };
    });
    expect(mean(misses.map(({ ours }) => ours))).toBeLessThan(0.8 * mean(misses.map(({ naive }) => naive)));
  });

  it('is never below zero, never NaN, holds its intervals in order, and is the same again', () => {
    fc.assert(fc.property(anyValues, fc.integer({ min: 1, max: MAX_HORIZON_WEEKS }), (values, horizonWeeks) => {
      const series = { id: 'any', firstWeek: 2100, values };
      const answer = forecastTrend(fit, series, horizonWeeks);
      expect(forecastTrend(fit, series, horizonWeeks)).toEqual(answer);
      if (answer.status === 'unavailable') return;
      expect(answer.path).toHaveLength(horizonWeeks);
      for (const { value, interval80, interval95, baseline } of answer.path) {
        expect([interval95.low, interval80.low, value, interval80.high, interval95.high, baseline].every(Number.isFinite)).toBe(true);
        expect(interval95.low).toBeGreaterThanOrEqual(0);
        expect(interval95.low <= interval80.low && interval80.low <= value && value <= interval80.high && interval80.high <= interval95.high).toBe(true);
      }
    }));
  });

  it('changes little where the last week changes little', () => {
    const series = madeSeries(3);
    const values = [...series.values.slice(0, -1), (series.values.at(-1) ?? 0) * 1.001];
    const [before, after] = [series, { ...series, values }].map((given) => forecastTrend(fit, given, 13));
    if (before?.status !== 'forecast' || after?.status !== 'forecast') throw new Error('no forecast');
    expect(Math.abs(before.change.value - after.change.value)).toBeLessThan(0.01);
  });

  it('says that it knows little of a short history, and borrows its season from others', () => {
    const qualities = [20, 40, 150].map((weeks) => {
      const answer = forecastTrend(fit, { ...madeSeries(5, weeks), id: 'young' }, 13);
      return answer.status === 'forecast' ? answer.quality : answer.status;
    });
    expect(qualities).toMatchObject([{ confidence: 'low', season: 'borrowed' }, { confidence: 'reduced', season: 'borrowed' }, { confidence: 'normal', season: 'own' }]);
  });

  it('has no change against nothing, and no forecast from nothing', () => {
    expect(forecastTrend(fit, { id: 'gone', firstWeek: 2000, values: [...Array<number>(100).fill(5), ...Array<number>(20).fill(0)] }, 13).status).toBe('no-base');
    expect(forecastTrend(fit, { id: 'empty', firstWeek: 2000, values: [] }, 13)).toEqual({ status: 'unavailable', reason: 'history-too-short' });
    for (const horizon of [0, MAX_HORIZON_WEEKS + 1, 1.5, Number.NaN]) expect(forecastTrend(fit, madeSeries(1), horizon)).toEqual({ status: 'unavailable', reason: 'horizon-out-of-range' });
  });

  it('goes on after gaps, a spike and a fit that was kept as JSON', () => {
    const kept: unknown = JSON.parse(JSON.stringify(fit));
    expect(kept).toEqual(fit);
    const values = madeSeries(2).values.map((value, week) => (week % 17 === 3 ? null : week === 150 ? 5000 : value));
    const answer = forecastTrend(fit, { id: 'rough', firstWeek: 2000, values }, 26);
    if (answer.status !== 'forecast') throw new Error(answer.status);
    expect(mean(answer.path.map(({ value }) => value))).toBeGreaterThan(20);
    expect(mean(answer.path.map(({ value }) => value))).toBeLessThan(120);
  });
});
