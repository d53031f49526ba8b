import { describe, expect, it } from 'vitest';
import type { FitRecord } from '../fits/fit-record.ts';
import { issuedOf } from '../forecasts/testing/describe-forecast-repository.ts';
import type { JudgedForecast } from './accuracy.ts';
import { whyRefit } from './why-refit.ts';

const NOW_MS = 1_764_400_000_000;
const HOUR_MS = 3_600_000;
const fit = (ageHours: number, status: FitRecord['status'] = 'live', version = 1): FitRecord =>
  ({ version, madeMs: NOW_MS - ageHours * HOUR_MS, adjustedMs: 0, status, reason: 'weekly', report: { series: 1, judged: 1, maeNew: 0.1, maeLive: 0.2, maeBaseline: 0.3 } });
/** Ten forecasts for each of the weeks, each missing by as much. */
const judged = (error: number, fromWeek: number, weeks = 8): JudgedForecast[] =>
  Array.from({ length: weeks * 10 }, (_, k) => ({ ...issuedOf({ originWeek: fromWeek + Math.floor(k / 10), tag: `t${k}` }), change: 0.1, actual: 0.1 + error }));

describe('whyRefit', () => {
  it.each([
    ['the first', [], [], 'first'],
    ['the first, where all were refused', [fit(200, 'refused')], [], 'first'],
    ['none while the live one is young', [fit(6 * 24)], judged(0.1, 100), undefined],
    ['one a week', [fit(7 * 24)], judged(0.1, 100), 'weekly'],
    ['none where nothing was judged', [fit(25)], [], undefined],
    ['one where the error is above 0.15', [fit(25)], judged(0.16, 100), 'mean-error'],
    ['none where few are judged', [fit(25)], judged(0.5, 100).slice(0, 19), undefined],
    ['one where the squared error grew by a fifth', [fit(25)], [...judged(0.1, 92), ...judged(0.1 * Math.sqrt(1.2), 100)], 'squared-error'],
    ['none where it grew by a tenth', [fit(25)], [...judged(0.1, 92), ...judged(0.1 * Math.sqrt(1.1), 100)], undefined],
    ['none where it fell', [fit(25)], [...judged(0.14, 92), ...judged(0.05, 100)], undefined],
    ['none for a day after an attempt, also one that was refused', [fit(23, 'refused', 2), fit(200)], judged(0.5, 100), undefined],
    ['one where the newest was made before the clock was set back', [fit(-1000)], judged(0.1, 100), 'weekly'],
    ['another the day after', [fit(25, 'refused', 2), fit(200)], judged(0.5, 100), 'mean-error'],
  ] as const)('asks for %s', (_what, fits, forecasts, reason) => {
    expect(whyRefit({ fits, judged: forecasts, series: 1, nowMs: NOW_MS })).toBe(reason);
  });

  it('asks for one at once where a history was loaded, and for no second one of the same', () => {
    const due = (series: number, learned: number): unknown => {
      const young = fit(1);
      return whyRefit({ fits: [{ ...young, report: { ...young.report, series: learned } }], judged: [], series, nowMs: NOW_MS });
    };
    expect([due(15, 10), due(14, 10), due(112, 12), due(112, 112)]).toEqual(['more-series', undefined, 'more-series', undefined]);
  });

  it('looks at the newest window only', () => {
    expect(whyRefit({ fits: [fit(25)], judged: [...judged(0.9, 50), ...judged(0.1, 92), ...judged(0.1, 100)], series: 1, nowMs: NOW_MS })).toBeUndefined();
  });

  it('follows the shop\'s own rules', () => {
    expect(whyRefit({ fits: [fit(25)], judged: judged(0.12, 100), series: 1, nowMs: NOW_MS }, { mostMae: 0.1, mostGrowth: 0.15, windowWeeks: 4 })).toBe('mean-error');
  });
});
