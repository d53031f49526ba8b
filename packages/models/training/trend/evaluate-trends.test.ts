import { describe, expect, it } from 'vitest';
import { type TrendSeries, fitTrends, forecastTrend } from '../../src/trend/index.ts';
import type { TrendMember } from '../../src/trend/members/trend-member.ts';
import { madeCounts, madeSeries, madeShop } from '../../src/trend/testing/made-series.ts';
import { changeOfTruth } from './absolute-errors.ts';
import { evaluateTrends } from './evaluate-trends.ts';
import { openReferenceLines } from './reference-lines.ts';
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

describe('series that were not learned from', () => {
  const unseen = evaluateTrends(SHOP, { horizonWeeks: 13, folds: 2 });

  it('are forecast nearly as well, by another ridge than if they had been', () => {
    expect(unseen).toMatchObject({ series: 30, origins: 14, folds: 2 });
    expect(unseen.methods.seasonalNaive?.maeRelativeChange).toBeCloseTo(REPORT.methods.seasonalNaive?.maeRelativeChange ?? NaN, 12);
    expect(unseen.methods.pooledRidge?.maeRelativeChange).not.toBe(REPORT.methods.pooledRidge?.maeRelativeChange);
    expect(unseen.methods.ensemble?.maeRelativeChange).toBeLessThan(0.5 * (unseen.methods.seasonalNaive?.maeRelativeChange ?? 0));
    expect(unseen.classes.precision).toBeGreaterThan(0.9);
    expect(unseen.classes.coverage).toBeGreaterThan(0.8);
  });

  it('are in no fit that forecasts them: where all others are 0, there is no ridge', () => {
    const others = SHOP.map((one, index) => (index % 2 === 1 ? put(one, () => true, 0) : one));
    expect(evaluateTrends(others, { horizonWeeks: 13 }).methods.pooledRidge).toBeDefined();
    expect(evaluateTrends(others, { horizonWeeks: 13, folds: 2 }).methods.pooledRidge).toBeUndefined();
  });
});

describe('where forecasts are bad, they say so', () => {
  it('of histories of a quarter: missed by more, said less often, and inside of the intervals as often', () => {
    const young = evaluateTrends(SHOP, { horizonWeeks: 13, historyWeeks: 13 });
    expect(young.methods.ensemble?.maeRelativeChange).toBeGreaterThan(1.5 * (REPORT.methods.ensemble?.maeRelativeChange ?? NaN));
    expect(young.classes.coverage).toBeLessThan(REPORT.classes.coverage);
    expect(young.intervals[80]).toBeGreaterThan(0.72);
  });

  it('of a post every other week: hardly a class, and wide intervals', () => {
    const { classes, intervals } = evaluateTrends(SHOP.map((one) => madeCounts(one, 0.5)), { horizonWeeks: 13 });
    expect(classes.coverage).toBeLessThan(0.3);
    expect(intervals[80]).toBeGreaterThan(0.75);
  });
});

describe('the lines beside', () => {
  const lines = openReferenceLines();
  const few = SHOP.slice(0, 8);

  it('are ETS and MSTL: a wave without a slope is no riddle to MSTL, and one to ETS, which knows no seasons', () => {
    const { values } = madeSeries(0, { noise: 0, yearlyGrowth: 1, weeks: 274 });
    const missOf = (line: TrendMember): number => Math.max(...[...line(Float64Array.from(values.slice(0, 261), Number), 13)].map((value, h) => Math.abs(value - (values[261 + h] ?? 0))));
    expect(missOf(lines.mstl)).toBeLessThan(1);
    expect(missOf(lines.ets)).toBeGreaterThan(5);
  });

  it('are printed with the others, never below 0', () => {
    const report = evaluateTrends(few, { horizonWeeks: 52, lines });
    expect(Object.keys(report.methods)).toEqual(['ensemble', 'seasonalNaive', 'ets', 'mstl', 'dampedSeasonalNaive', 'theta', 'holtWinters']);
    const falling = Float64Array.from({ length: 120 }, (_, t) => Math.max(0, 110 - t));
    for (const line of Object.values(lines)) expect(Math.min(...line(falling, 52))).toBe(0);
  });
});

describe('the report', () => {
  it('is the same twice', () => {
    expect(evaluateTrends(SHOP, { horizonWeeks: 13 })).toEqual(REPORT);
  });

  it('has what other tools read', () => {
    const shape: unknown = JSON.parse(JSON.stringify(REPORT), (_, value: unknown) => (typeof value === 'number' ? 'number' : value));
    const figures = { maeRelativeChange: 'number', interval: ['number', 'number'], mase: 'number', mape: 'number' };
    expect(shape).toMatchObject({
      horizon: 'number', series: 'number', origins: 'number',
      methods: { ensemble: figures, seasonalNaive: figures, dampedSeasonalNaive: figures, theta: figures, holtWinters: figures, pooledRidge: figures },
      classes: { precision: 'number', coverage: 'number', baseRates: { rising: 'number', flat: 'number', falling: 'number' } },
      intervals: { 80: 'number', 95: 'number' },
    });
  });

  it('is a table too, which counts weeks in English', () => {
    for (const name of ['ensemble', 'seasonalNaive', 'pooledRidge', 'rising', 'said in', 'from 14 weeks of']) expect(trendTable(REPORT)).toContain(name);
    expect(trendTable(YEAR_AHEAD)).toContain('52 weeks ahead, from one week of');
    expect(trendTable({ ...REPORT, folds: 3 })).toContain('one of 3 folds');
  });
});

it('averages precision over the classes that were said', () => {
  const { precision, coverage, baseRates } = summarizeClasses([
    { said: 'rising', truth: 'rising' }, { said: 'rising', truth: 'flat' }, { said: 'falling', truth: 'falling' }, { said: 'uncertain', truth: 'flat' },
  ]);
  expect({ precision, coverage, baseRates }).toEqual({ precision: 0.75, coverage: 0.75, baseRates: { rising: 0.25, flat: 0.5, falling: 0.25 } });
});
