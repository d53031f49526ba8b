import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeForecast, type TrendForecast, type TrendSeries, CHANGE_WEEKS, MAX_HORIZON_WEEKS, TREND_CLASSES, fitTrends, forecastTrend } from './index.ts';
import { madeSeries, madeShop } from './testing/made-series.ts';

const WEEKS = 261;
const SHOP = madeShop(24);
const FIT = fitTrends(SHOP);

type Given = TrendForecast & { readonly status: 'forecast' };
type Weeks = readonly (number | null)[];

function given(series: TrendSeries, horizonWeeks = CHANGE_WEEKS): Given {
  const answer = forecastTrend(FIT, series, horizonWeeks);
  if (answer.status !== 'forecast') throw new Error(answer.status);
  return answer;
}

const mean = (values: Weeks): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
const cut = (series: TrendSeries, weeks: number): TrendSeries => ({ ...series, values: series.values.slice(0, weeks) });
const newest = (series: TrendSeries, weeks: number): TrendSeries =>
  ({ id: `new-${series.id}`, firstWeek: series.firstWeek + series.values.length - weeks, values: series.values.slice(-weeks) });
const withWeeks = (series: TrendSeries, change: (value: number, week: number) => number | null): TrendSeries =>
  ({ ...series, values: series.values.map((value, week) => change(value ?? 0, week)) });
const width = ({ interval80: { low, high } }: ChangeForecast): number => high - low;
const anyValues = fc.array(fc.oneof({ weight: 5, arbitrary: fc.double({ min: 0, max: 1e6, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(null) }), { maxLength: 300 });

/** What no answer may break; empty when it is sound. */
function faultsOf(answer: TrendForecast, horizonWeeks: number): string[] {
  if (answer.status === 'unavailable') return [answer.reason];
  const { path } = answer;
  const weeks = path.flatMap((week, h) => [
    ...(areOrdered(0, week) ? [] : [`interval of week ${h + 1}`]), ...(Number.isFinite(week.baseline) && week.baseline >= 0 ? [] : [`baseline of week ${h + 1}`]),
  ]);
  return [...(path.length === horizonWeeks ? [] : ['length']), ...weeks, ...(answer.status === 'forecast' ? changeFaults(answer) : [])];
}

function changeFaults({ change, reasons: { members, season, momentum } }: Given): string[] {
  const chances = TREND_CLASSES.map((name) => change.probabilities[name]);
  return [
    ...(areOrdered(-1, change) ? [] : ['interval of the change']),
    ...([...Object.values(members), season, momentum].every(Number.isFinite) ? [] : ['reasons']),
    ...(Math.min(...chances) >= 0 && Math.abs(chances.reduce((sum, chance) => sum + chance, 0) - 1) < 1e-9 ? [] : ['chances']),
  ];
}

function areOrdered(least: number, { value, interval80, interval95 }: Pick<ChangeForecast, 'value' | 'interval80' | 'interval95'>): boolean {
  const line = [least, interval95.low, interval80.low, value, interval80.high, interval95.high];
  return line.every((point, i) => Number.isFinite(point) && point >= (line[i - 1] ?? least));
}

describe('a forecast', () => {
  it('misses what comes by less than the same weeks of last year, in series that grow', () => {
    const known = fitTrends(SHOP.map((series) => cut(series, WEEKS - CHANGE_WEEKS)));
    const misses = SHOP.map((series) => {
      const answer = forecastTrend(known, cut(series, WEEKS - CHANGE_WEEKS), CHANGE_WEEKS);
      if (answer.status !== 'forecast') throw new Error(answer.status);
      const truth = mean(series.values.slice(-CHANGE_WEEKS)) / answer.reasons.level - 1;
      return { ours: Math.abs(answer.change.value - truth), naive: Math.abs(answer.change.baseline - truth) };
    });
    expect(mean(misses.map(({ ours }) => ours))).toBeLessThan(0.5 * mean(misses.map(({ naive }) => naive)));
  });

  it('is never below zero, never NaN, holds its intervals in order, and is the same again', () => {
    fc.assert(fc.property(anyValues, fc.integer({ min: 1, max: MAX_HORIZON_WEEKS }), (values, horizonWeeks) => {
      const series = { id: 'any', firstWeek: 2100, values };
      const answer = forecastTrend(FIT, series, horizonWeeks);
      expect(forecastTrend(FIT, series, horizonWeeks)).toEqual(answer);
      expect(answer.status === 'unavailable' ? [] : faultsOf(answer, horizonWeeks)).toEqual([]);
    }));
  });

  it.each([4, 5, 12, 13, 25, 26, 51, 52, 53, 64, 65, 103, 104, 105, 116, 117, 156, 157])('is whole from %i weeks of history, a year ahead too', (weeks) => {
    for (const series of [newest(madeSeries(2), weeks), withWeeks(newest(madeSeries(2), weeks), () => 7)]) expect(faultsOf(given(series, MAX_HORIZON_WEEKS), MAX_HORIZON_WEEKS)).toEqual([]);
  });

  it('says of the change the same at every horizon: it is that of the next 13 weeks', () => {
    for (const number of [0, 3, 6]) {
      const quarter = given(madeSeries(number));
      const year = given(madeSeries(number), MAX_HORIZON_WEEKS);
      expect(year.change).toEqual(quarter.change);
      expect(year.path.slice(0, CHANGE_WEEKS)).toEqual(quarter.path);
      expect(mean(year.path.map(({ interval80: { low, high } }) => high - low).slice(39))).toBeGreaterThan(mean(quarter.path.map(({ interval80: { low, high } }) => high - low)));
    }
  });

  it('has no change against nothing, and no forecast from nothing', () => {
    const gone = forecastTrend(FIT, { id: 'gone', firstWeek: 2000, values: [...Array<number>(100).fill(5), ...Array<number>(20).fill(0)] }, 13);
    expect(gone.status).toBe('no-base');
    expect(forecastTrend(FIT, { id: 'empty', firstWeek: 2000, values: [] }, 13)).toEqual({ status: 'unavailable', reason: 'history-too-short' });
    expect(forecastTrend(FIT, { id: 'unseen', firstWeek: 2000, values: Array<null>(200).fill(null) }, 13)).toEqual({ status: 'unavailable', reason: 'history-too-short' });
    for (const horizon of [0, MAX_HORIZON_WEEKS + 1, 1.5, Number.NaN]) expect(forecastTrend(FIT, madeSeries(1), horizon)).toEqual({ status: 'unavailable', reason: 'horizon-out-of-range' });
  });

  it.each([3, 13, 51, 52, 104, 261].map((weeks) => [Math.max(4, weeks)]))('expects nothing after %i weeks of zeros', (weeks) => {
    const answer = forecastTrend(FIT, { id: 'zeros', firstWeek: 2000, values: Array<number>(weeks).fill(0) }, MAX_HORIZON_WEEKS);
    if (answer.status !== 'no-base') throw new Error(answer.status);
    expect(answer.path.every(({ value, interval95 }) => value === 0 && interval95.low === 0 && interval95.high === 0)).toBe(true);
  });
});

describe('a short history', () => {
  it('is told as such, and borrows its season from others', () => {
    const qualities = [20, 25, 26, 51, 52, 150].map((weeks) => given(newest(madeSeries(5), weeks)).quality);
    expect(qualities.map(({ confidence, season }) => `${confidence} ${season}`)).toEqual(['low borrowed', 'low borrowed', 'reduced borrowed', 'reduced borrowed', 'normal own', 'normal own']);
  });

  it('has wider intervals than a long one', () => {
    const [short, half, long] = [20, 40, 200].map((weeks) => mean([0, 1, 2, 3, 4, 5, 6, 7].map((number) => width(given(newest(madeSeries(number), weeks)).change))));
    expect(short).toBeGreaterThan(1.3 * (long ?? NaN));
    expect(half).toBeGreaterThan(1.3 * (long ?? NaN));
  });

  it.each([[20, 0.3], [40, 0.2]])('of %i weeks still sees the season coming, because others have one', (weeks, share) => {
    const misses = Array.from({ length: 16 }, (_, number) => {
      const whole = madeSeries(number, { weeks: WEEKS + CHANGE_WEEKS });
      const { change, reasons } = given(newest(cut(whole, WEEKS), weeks));
      const truth = mean(whole.values.slice(WEEKS)) / reasons.level - 1;
      return { ours: Math.abs(change.value - truth), flat: Math.abs(truth) };
    });
    expect(mean(misses.map(({ ours }) => ours))).toBeLessThan(share * mean(misses.map(({ flat }) => flat)));
  });
});

describe('what happens to real series', () => {
  it.each([0.1, 0.25, 0.4])('gaps in %d of the weeks move the change a little only, and are told', (share) => {
    for (const number of [0, 1, 2, 3, 4, 5]) {
      const whole = given(madeSeries(number));
      const holed = given(withWeeks(madeSeries(number), (value, week) => ((week * 37 + number) % 100 < 100 * share ? null : value)));
      expect(Math.abs(holed.change.value - whole.change.value)).toBeLessThan(0.1);
      expect(holed.quality.missingShare).toBeCloseTo(share, 1);
    }
  });

  it('a spike of twenty times, wherever it was, does not carry the forecast away', () => {
    for (const number of [0, 3, 6]) for (const at of [60, 150, 209, 215, 230, 245, 258]) {
      const before = given(madeSeries(number));
      const after = given(withWeeks(madeSeries(number), (value, week) => (week === at ? 20 * value : value)));
      const level = (answer: Given): number => mean(answer.path.map(({ value }) => value));
      expect(level(after) / level(before)).toBeGreaterThan(0.9);
      expect(level(after) / level(before)).toBeLessThan(1.8);
    }
  });

  it.each([3, 0.3])('a level that has been %d times as high for half a year is believed', (factor) => {
    for (const number of [0, 3, 6]) {
      const moved = given(withWeeks(madeSeries(number), (value, week) => (week >= WEEKS - 26 ? factor * value : value)));
      const before = given(madeSeries(number));
      const ratio = mean(moved.path.map(({ value }) => value)) / mean(before.path.map(({ value }) => value));
      expect(Math.abs(Math.log(ratio / factor))).toBeLessThan(Math.log(1.35));
    }
  });

  it('a change of a thousandth in any week moves nothing by more than a little', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 10, max: WEEKS }), fc.integer({ min: 1, max: 10 }), fc.boolean(), (number, weeks, fromEnd, isKnown) => {
      const series = isKnown ? madeSeries(number % 24) : newest(madeSeries(number), weeks);
      const last = series.values.length - fromEnd;
      const [before, after] = [given(series), given(withWeeks(series, (value, week) => (week === last ? 1.001 * value : value)))];
      expect(Math.abs(before.change.value - after.change.value)).toBeLessThan(0.005);
      for (const name of TREND_CLASSES) expect(Math.abs(before.change.probabilities[name] - after.change.probabilities[name])).toBeLessThan(0.03);
    }), { numRuns: 60 });
  });
});

describe('a tag that is not in the fit', () => {
  const renamed = (series: TrendSeries): TrendSeries => ({ ...series, id: `other-${series.id}` });

  it('gets the same path and change, and about the same interval, from its own last year', () => {
    for (const series of SHOP.slice(0, 8)) {
      const known = given(series);
      const other = given(renamed(series));
      expect(Math.abs(other.change.value - known.change.value)).toBeLessThan(0.02);
      expect(Math.abs(Math.log(width(other.change) / width(known.change)))).toBeLessThan(Math.log(1.25));
    }
  });

  it('gets a wider one where it is noisier', () => {
    const widths = [0.02, 0.3, 0.6].map((noise) => width(given(renamed(madeSeries(4, { noise }))).change));
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(widths[2]).toBeGreaterThan(2 * (widths[0] ?? Infinity));
  });
});

describe('a fit', () => {
  it('is the same from the same series, and can be kept as JSON', () => {
    expect(fitTrends(madeShop(24))).toEqual(FIT);
    const kept: unknown = JSON.parse(JSON.stringify(FIT));
    expect(kept).toEqual(FIT);
  });

  it.each([
    ['no series at all', []], ['a single short series', [newest(madeSeries(1), 30)]], ['zeros alone', [{ id: 'zeros', firstWeek: 2000, values: Array<number>(261).fill(0) }]],
    ['nothing seen', [{ id: 'unseen', firstWeek: 2000, values: Array<null>(261).fill(null) }]],
  ])('of %s forecasts on assumed errors', (_, series) => {
    expect(faultsOf(forecastTrend(fitTrends(series), madeSeries(3), MAX_HORIZON_WEEKS), MAX_HORIZON_WEEKS)).toEqual([]);
  });
});
