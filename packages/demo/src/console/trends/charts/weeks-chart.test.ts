import fc from 'fast-check';
import { expect, it } from 'vitest';
import { madePath, madeSeen, mondayAfter } from '../testing/made-trends.ts';
import { weeksChart } from './weeks-chart.ts';

const START = '2025-01-06';

it('puts what is forecast behind what was seen, joined at the last week', () => {
  const chart = weeksChart(madeSeen(START, [4, 10]), madePath(mondayAfter(START, 2), [6, 2], 1));
  expect(chart.weeks.map(({ week, seen, ahead }) => [week, seen, ahead?.value])).toEqual([['2025-01-06', 4, undefined], ['2025-01-13', 10, undefined], ['2025-01-20', undefined, 6], ['2025-01-27', undefined, 2]]);
  expect([chart.lastSeenAt, chart.ticks]).toEqual([1, [0, 2.5, 5, 7.5, 10]]);
  expect(chart.paths).toEqual({
    seen: 'M0 60L33.33 0', ahead: 'M33.33 0L66.67 40L100 80', baseline: 'M33.33 0L66.67 40L100 80',
    band80: 'M33.33 0L66.67 30L100 70L100 90L66.67 50L33.33 0Z', band95: 'M33.33 0L66.67 20L100 60L100 100L66.67 60L33.33 0Z',
  });
});

it('breaks the line where weeks were not seen', () => {
  expect(weeksChart(madeSeen(START, [1, null, 1]), []).paths).toEqual({ seen: 'M0 0M100 0', ahead: 'M100 0', baseline: 'M100 0', band80: 'M100 0L100 0Z', band95: 'M100 0L100 0Z' });
});

it('shows the last two years', () => {
  const chart = weeksChart(madeSeen(START, Array<number>(150).fill(1)), madePath(mondayAfter(START, 150), [1]));
  expect([chart.weeks.length, chart.weeks[0]?.week, chart.lastSeenAt]).toEqual([105, mondayAfter(START, 46), 103]);
});

it('is empty where nothing is known, and flat where all is zero', () => {
  expect(weeksChart([], []).weeks).toEqual([]);
  expect(weeksChart(madeSeen(START, [0, 0]), []).paths.seen).toBe('M0 100L100 100');
});

it('lets a wide band leave the chart rather than press all else to the ground', () => {
  expect(weeksChart(madeSeen(START, [10]), madePath(mondayAfter(START, 1), [10], 1e-9).map((one) => ({ ...one, interval95: { low: 0, high: 1000 } }))).ticks.at(-1)).toBe(20);
});

it('draws numbers only, whatever was seen', () => {
  const values = fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null }), { maxLength: 120 });
  fc.assert(fc.property(values, fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 52 }), (seen, ahead) => {
    const { paths, ticks } = weeksChart(madeSeen(START, seen), madePath(mondayAfter(START, seen.length), ahead));
    for (const path of Object.values(paths)) expect(path).toMatch(/^(?:[ML]-?[\d.]+(?:e-?\d+)? -?[\d.]+(?:e-?\d+)?)*Z?$/);
    expect(ticks.every((tick) => tick >= 0)).toBe(true);
  }));
});
