import { expect, it } from 'vitest';
import { mondayAfter } from '../testing/made-trends.ts';
import { pastChart } from './past-chart.ts';

const forecast = { week: '2026-01-05', version: 1, change: 0.5, low80: 0, high80: 1, class: 'rising', actual: -0.5 } as const;

it('puts what came true beside what was told, on one scale', () => {
  const chart = pastChart([forecast, { ...forecast, week: '2026-01-26', actual: null }]);
  expect(chart.ticks).toEqual([-0.5, 0, 0.5, 1]);
  expect(chart.zero).toBeCloseTo(1 / 3);
  expect(chart.marks.map(({ x, told, low, high, came }) => [x, told, low, high, came].map((place) => place?.toFixed(2)))).toEqual([['0.25', '0.67', '0.33', '1.00', '0.00'], ['0.75', '0.67', '0.33', '1.00', undefined]]);
});

it('cuts what grew many times over at the edge', () => {
  const { marks, ticks } = pastChart([{ ...forecast, high80: 60, actual: 50 }]);
  expect(ticks.at(-1)).toBe(4);
  expect([marks[0]?.high, marks[0]?.came]).toEqual([1, 1]);
});

it('shows the newest where there are many', () => {
  const marks = pastChart(Array.from({ length: 60 }, (_, k) => ({ ...forecast, week: mondayAfter('2025-01-06', k) }))).marks;
  expect([marks.length, marks.at(-1)?.forecast.week]).toEqual([26, mondayAfter('2025-01-06', 59)]);
});

it('has a scale without any', () => {
  expect(pastChart([])).toMatchObject({ marks: [], ticks: [-0.2, -0.1, 0, 0.1, 0.2] });
});
