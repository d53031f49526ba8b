import { describe, expect, it } from 'vitest';
import { type TrendSeries, fitTrends, forecastTrend } from '../../src/trend/index.ts';
import { madeSeries, madeShop } from '../../src/trend/testing/made-series.ts';
import { changeOfTruth } from './absolute-errors.ts';
import { evaluateTrends } from './evaluate-trends.ts';
import { summarizeClasses } from './summarize-classes.ts';
import { trendTable } from './trend-table.ts';

const SHOP = madeShop(30);
const REPORT = evaluateTrends(SHOP, { horizonWeeks: 13 });
const YEAR_AHEAD = evaluateTrends(SHOP, { horizonWeeks: 52 });
const put = ({ values, ...rest }: TrendSeries, at: (week: number) => boolean, value: number | null): TrendSeries =>
  ({ ...rest, values: values.map((old, week) => (at(week) ? value : old)) });

describe('on made series with season and growth', () => {
  it('the ensemble misses the change by less than half of what seasonal naive does, and single weeks by a third less', () => {
    const { ensemble, seasonalNaive } = REPORT.methods;
    expect(ensemble?.maeRelativeChange).toBeLessThan(0.5 * (seasonalNaive?.maeRelativeChange ?? 0));
    expect(ensemble?.mase).toBeLessThan(0.67 * (seasonalNaive?.mase ?? 0));
    const [low, high] = ensemble?.interval ?? [NaN, NaN];
    expect(low).toBeLessThan(ensemble?.maeRelativeChange ?? 0);
    expect(high).toBeGreaterThan(ensemble?.maeRelativeChange ?? 0);
  });

  it('does so a year ahead, from one week', () => {
    const { origins, methods } = YEAR_AHEAD;
    expect(origins).toBe(1);
    expect(methods.ensemble?.mase).toBeLessThan(0.7 * (methods.seasonalNaive?.mase ?? 0));
    expect(methods.pooledRidge).toBeUndefined();
  });

  it('the intervals hold about what they say', () => {
    for (const covered of [REPORT.intervals, REPORT.weeklyIntervals]) {
      expect(covered[80]).toBeGreaterThan(0.77);
      expect(covered[80]).toBeLessThan(0.88);
      expect(covered[95]).toBeGreaterThan(0.9);
    }
  });

  it('what is said is right mostly, and said often', () => {
    expect(REPORT.classes.precision).toBeGreaterThan(0.9);
    expect(REPORT.classes.coverage).toBeGreaterThan(0.8);
  });
});

describe('a tag that dies away to 0.4 a year', () => {
  const fit = fitTrends(SHOP);
  const missOf = (number: number, season: number, noise: number): { readonly ours: number; readonly naive: number } => {
    const { values, ...rest } = madeSeries(number, { season, noise, yearlyGrowth: 0.4, weeks: 274 });
    const answer = forecastTrend(fit, { ...rest, values: values.slice(0, 261) }, 13);
    if (answer.status !== 'forecast') throw new Error(answer.status);
    const change = changeOfTruth(values.slice(261), answer.reasons.level);
    return { ours: Math.abs(answer.change.value - change), naive: Math.abs(answer.change.baseline - change) };
  };

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('is not expected to come back with its old seasons (made series %i)', (number) => {
    const steady = missOf(number, 0, 0.05);
    expect(steady.ours).toBeLessThan(0.2);
    const seasonal = missOf(number, 0.4, 0.15);
    expect(seasonal.ours).toBeLessThan(0.4);
    expect(seasonal.ours).toBeLessThan(0.25 * seasonal.naive);
  });
});

describe('the year that is reported', () => {
  it('is not learned from: a later week changes no figure of an earlier one', () => {
    const spoiled = evaluateTrends(SHOP.map((one) => put(one, (week) => week >= 222, 1)), { horizonWeeks: 52 });
    // The first 13 weeks are the same, and the change is of them alone.
    expect(spoiled.methods.ensemble?.maeRelativeChange).toBe(YEAR_AHEAD.methods.ensemble?.maeRelativeChange);
  });

  it('has 14 weeks to forecast 13 ahead from', () => {
    expect(REPORT).toMatchObject({ horizon: 13, series: 30, origins: 14, leftOut: { zeroBase: 0, notSeen: 0 } });
  });

  it('counts what cannot be judged', () => {
    const [first, second, ...rest] = SHOP as [TrendSeries, TrendSeries, ...TrendSeries[]];
    const { leftOut } = evaluateTrends([put(first, () => true, 0), put(second, (week) => week === 215, null), ...rest], { horizonWeeks: 13 });
    expect(leftOut).toEqual({ zeroBase: 14, notSeen: 3 });
  });
});

it('tells the same twice, as a table too', () => {
  expect(evaluateTrends(SHOP, { horizonWeeks: 13 })).toEqual(REPORT);
  const table = trendTable(REPORT);
  for (const name of ['ensemble', 'seasonalNaive', 'pooledRidge', 'rising', 'said in']) expect(table).toContain(name);
});

it('averages precision over the classes that were said', () => {
  const { precision, coverage, baseRates } = summarizeClasses([
    { said: 'rising', truth: 'rising' }, { said: 'rising', truth: 'flat' }, { said: 'falling', truth: 'falling' }, { said: 'uncertain', truth: 'flat' },
  ]);
  expect({ precision, coverage, baseRates }).toEqual({ precision: 0.75, coverage: 0.75, baseRates: { rising: 0.25, flat: 0.5, falling: 0.25 } });
});
