import { describe, expect, it } from 'vitest';
import type { TrendVersion } from '../fits/trend-version.ts';
import { issuedOf } from '../forecasts/testing/describe-forecast-repository.ts';
import type { JudgedForecast } from './accuracy.ts';
import { whyRefit } from './why-refit.ts';

const NOW_MS = 1_764_400_000_000;
const HOUR_MS = 3_600_000;
const fit = (ageHours: number, status: TrendVersion['status'] = 'active', reason: TrendVersion['reason'] = 'weekly'): TrendVersion =>
  ({ number: 1, version: '0123456789ab', madeMs: NOW_MS - ageHours * HOUR_MS, status, reason, seriesSha256: 'of before', report: { series: 1, judged: 1, maeNew: 0.1, maeLive: 0.2, maeBaseline: 0.3 } });
/** Ten forecasts for each of the weeks, each missing by as much. */
const judged = (error: number, fromWeek: number, weeks = 8): JudgedForecast[] =>
  Array.from({ length: weeks * 10 }, (_, k) => ({ ...issuedOf({ originWeek: fromWeek + Math.floor(k / 10), tag: `t${k}` }), change: 0.1, actual: 0.1 + error }));

describe('whyRefit', () => {
  it.each([
    ['the first', [], [], 'first'],
    ['the first, where all were refused', [fit(200, 'rejected')], [], 'first'],
    ['none while the live one is young', [fit(6 * 24)], judged(0.1, 100), undefined],
    ['one a week', [fit(7 * 24)], judged(0.1, 100), 'weekly'],
    ['none where nothing was judged', [fit(25)], [], undefined],
    ['one where the error is above 0.15', [fit(25)], judged(0.16, 100), 'mean-error'],
    ['none where few are judged', [fit(25)], judged(0.5, 100).slice(0, 19), undefined],
    ['one where the squared error grew by a fifth', [fit(25)], [...judged(0.1, 92), ...judged(0.1 * Math.sqrt(1.2), 100)], 'squared-error'],
    ['none where it grew by a tenth', [fit(25)], [...judged(0.1, 92), ...judged(0.1 * Math.sqrt(1.1), 100)], undefined],
    ['none where it fell', [fit(25)], [...judged(0.14, 92), ...judged(0.05, 100)], undefined],
    ['none for a day after an attempt, also one that was refused', [fit(23, 'rejected'), fit(200)], judged(0.5, 100), undefined],
    ['one where the newest was made before the clock was set back', [fit(-1000)], judged(0.1, 100), 'weekly'],
    ['one a week, whatever came true meanwhile', [fit(1, 'active', 'outcomes'), fit(7 * 24, 'retired')], judged(0.1, 100), 'weekly'],
    ['none while the one is young that what came true moved', [fit(1, 'active', 'outcomes'), fit(2, 'retired')], judged(0.5, 100), undefined],
    ['another where the last was broken off before it was placed', [fit(1, 'candidate'), fit(200)], judged(0.1, 100), 'weekly'],
    ['another the day after', [fit(25, 'rejected'), fit(200)], judged(0.5, 100), 'mean-error'],
  ] as const)('asks for %s', (_what, versions, forecasts, reason) => {
    expect(whyRefit({ versions, judged: forecasts, series: 1, seriesSha256: 'of now', nowMs: NOW_MS })).toBe(reason);
  });

  it('asks for one at once where a history was loaded, and for no second one of the same', () => {
    const due = (series: number, learned: number): unknown => {
      const young = fit(1);
      return whyRefit({ versions: [{ ...young, report: { ...young.report, series: learned } }], judged: [], series, seriesSha256: 'of now', nowMs: NOW_MS });
    };
    expect([due(15, 10), due(14, 10), due(112, 12), due(112, 112)]).toEqual(['more-series', undefined, 'more-series', undefined]);
  });

  it('asks for none of the very series that were learned from', () => {
    const of = (versions: readonly TrendVersion[]): unknown => whyRefit({ versions, judged: judged(0.5, 100), series: 10, seriesSha256: 'of before', nowMs: NOW_MS });
    expect([of([fit(200)]), of([fit(200, 'rejected'), { ...fit(300), seriesSha256: 'earlier' }])]).toEqual([undefined, undefined]);
    // But where nothing is live yet, or it was not decided about.
    expect([of([fit(200, 'rejected')]), of([fit(2, 'candidate'), { ...fit(300), seriesSha256: 'earlier' }])]).toEqual(['first', 'more-series']);
  });

  it('looks at the newest window only', () => {
    expect(whyRefit({ versions: [fit(25)], judged: [...judged(0.9, 50), ...judged(0.1, 92), ...judged(0.1, 100)], series: 1, seriesSha256: 'of now', nowMs: NOW_MS })).toBeUndefined();
  });

  it('follows the shop\'s own rules', () => {
    expect(whyRefit({ versions: [fit(25)], judged: judged(0.12, 100), series: 1, seriesSha256: 'of now', nowMs: NOW_MS }, { mostMae: 0.1, mostGrowth: 0.15, windowWeeks: 4 })).toBe('mean-error');
  });
});
