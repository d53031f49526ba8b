import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TrendFit, type TrendOutcome, fitTrends, forecastTrend, outcomesOf, recalibrate } from './index.ts';
import { madeSeries, madeShop } from './testing/made-series.ts';

const FIT = fitTrends(madeShop(24));
const STEP = 0.01;
const LOG_RANGE = Math.log(10 / 0.2);

const changeOutcome = (miss: number): TrendOutcome => ({ historyWeeks: 150, of: 'change', miss });

/** Misses spread as the fit says, times `shift`, in an order that only the seed decides. */
function missesOf(seed: number, count: number, shift: number): TrendOutcome[] {
  const { changeQuantiles } = FIT.calibration.twoYears;
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 16807) % 2147483647;
    return changeOutcome(shift * (changeQuantiles[state % changeQuantiles.length] ?? 0));
  });
}

/** Share of the outcomes that were inside of the intervals at the moment they came, and the fit at the end. */
function follow(outcomes: readonly TrendOutcome[], start = FIT): { readonly inside80: number; readonly inside95: number; readonly fit: TrendFit } {
  let fit = start;
  const inside = { 80: 0, 95: 0 };
  for (const outcome of outcomes) {
    const next = recalibrate(fit, [outcome]);
    for (const percent of [80, 95] as const) inside[percent] += Number(next.calibration.twoYears.changeWidening[percent] <= fit.calibration.twoYears.changeWidening[percent]);
    fit = next;
  }
  return { inside80: inside[80] / outcomes.length, inside95: inside[95] / outcomes.length, fit };
}

describe('recalibrating', () => {
  it('brings the share inside back to 80 and 95 % after misses have grown or shrunk', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), fc.double({ min: 0.5, max: 4, noNaN: true }), (seed, shift) => {
      const misses = missesOf(seed, 4000, shift);
      const { inside80, inside95 } = follow(misses.slice(2000), recalibrate(FIT, misses.slice(0, 2000)));
      expect(Math.abs(inside80 - 0.8)).toBeLessThan(0.03);
      expect(Math.abs(inside95 - 0.95)).toBeLessThan(0.03);
    }), { numRuns: 30 });
  });

  it('keeps its promise whatever comes: off by no more than ln(range) / (step x outcomes)', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 200, maxLength: 2000 }), (misses) => {
      const { inside80, inside95, fit } = follow(misses.map(changeOutcome));
      const { changeWidening } = fit.calibration.twoYears;
      // What the bounds of the range swallow is promised to nobody.
      fc.pre([changeWidening[80], changeWidening[95]].every((widening) => widening > 0.25 && widening < 9));
      const most = LOG_RANGE / (STEP * misses.length);
      expect(Math.abs(inside80 - 0.8)).toBeLessThanOrEqual(most);
      expect(Math.abs(inside95 - 0.95)).toBeLessThanOrEqual(most);
    }));
  });

  it('widens only what it was told of, changes nothing that it was given, and the same outcomes give the same fit', () => {
    const before = structuredClone(FIT);
    const outcomes = [...Array<TrendOutcome>(300).fill(changeOutcome(9)), ...Array.from({ length: 300 }, (): TrendOutcome => ({ historyWeeks: 30, of: 14, miss: 0 }))];
    const after = recalibrate(FIT, outcomes);
    expect(FIT).toEqual(before);
    expect(recalibrate(FIT, outcomes)).toEqual(after);
    const { twoYears, halfYear, ...others } = after.calibration;
    const { twoYears: known, halfYear: young, ...untouched } = before.calibration;
    expect(twoYears.changeWidening[80]).toBeGreaterThan(2 * known.changeWidening[80]);
    expect(halfYear.pathWidening[80]).toBeLessThan(young.pathWidening[80]);
    expect({ ...twoYears, changeWidening: 0 }).toEqual({ ...known, changeWidening: 0 });
    expect({ ...halfYear, pathWidening: 0 }).toEqual({ ...young, pathWidening: 0 });
    expect(others).toEqual(untouched);
  });

  it('makes forecasts wider, keeps 80 % within 95 %, and says a class less surely', () => {
    const series = madeSeries(12);
    const wide = recalibrate(FIT, Array<TrendOutcome>(200).fill(changeOutcome(9)));
    // Between the intervals: all of these are outside of 80 % and inside of 95 %.
    const crossing = recalibrate(FIT, Array<TrendOutcome>(400).fill(changeOutcome((FIT.calibration.twoYears.changeQuantiles.at(-6) ?? 0) * 1.1)));
    const [given, wider, crossed] = [FIT, wide, crossing].map((fit) => {
      const answer = forecastTrend(fit, series, 13);
      if (answer.status !== 'forecast') throw new Error(answer.status);
      return answer.change;
    });
    if (given === undefined || wider === undefined || crossed === undefined) throw new Error('three fits');
    expect(wider.value).toBe(given.value);
    expect(wider.interval80.high - wider.interval80.low).toBeGreaterThan(1.5 * (given.interval80.high - given.interval80.low));
    expect(Math.max(...Object.values(wider.probabilities))).toBeLessThan(Math.max(...Object.values(given.probabilities)));
    expect(crossed.interval95.high).toBeGreaterThanOrEqual(crossed.interval80.high);
    expect(crossed.interval95.low).toBeLessThanOrEqual(crossed.interval80.low);
  });
});

describe('outcomes of a forecast', () => {
  const whole = madeSeries(3, { weeks: 261 });
  const forecast = forecastTrend(FIT, { ...whole, values: whole.values.slice(0, 235) }, 26);

  it('are the change and every week that was seen, in units of the typical miss', () => {
    if (forecast.status !== 'forecast') throw new Error(forecast.status);
    const exact = outcomesOf(forecast, forecast.path.map(({ value }) => value));
    expect(exact.map(({ of }) => of)).toEqual(['change', ...Array.from({ length: 26 }, (_, h) => h + 1)]);
    expect(Math.max(...exact.map(({ miss }) => Math.abs(miss)))).toBeLessThan(1e-9);
    const [change, week] = outcomesOf(forecast, forecast.path.map(({ value }) => value + forecast.typicalMiss.week));
    expect(week).toMatchObject({ historyWeeks: 235, of: 1 });
    expect(week?.miss).toBeCloseTo(1, 9);
    expect(change?.miss).toBeCloseTo(forecast.typicalMiss.week / forecast.reasons.level / forecast.typicalMiss.change, 9);
  });

  it('wait for the change until its 13 weeks are there, and skip weeks not seen', () => {
    expect(outcomesOf(forecast, whole.values.slice(235, 240)).map(({ of }) => of)).toEqual([1, 2, 3, 4, 5]);
    expect(outcomesOf(forecast, [1, null, 3]).map(({ of }) => of)).toEqual([1, 3]);
    expect(outcomesOf(forecast, [])).toEqual([]);
    expect(outcomesOf({ status: 'unavailable', reason: 'history-too-short' }, [1, 2])).toEqual([]);
  });
});
