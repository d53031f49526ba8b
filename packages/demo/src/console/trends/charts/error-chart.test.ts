import { expect, it } from 'vitest';
import { errorChart } from './error-chart.ts';

const week = (monday: string, mae: number | null, maeBaseline: number | null = 0.3) => ({ week: monday, judged: 3, mae, maeBaseline });

it('places weeks by their time, and the limit among them', () => {
  const chart = errorChart([week('2026-01-05', 0.1), week('2026-01-12', 0.2), week('2026-01-26', 0.4)]);
  expect(chart.ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  expect(chart.limit).toBeCloseTo(0.375);
  expect(chart.paths).toEqual({ error: 'M0 75L33.33 50L100 0', baseline: 'M0 25L33.33 25L100 25' });
});

it('leaves out what is not judged, and keeps the limit in sight', () => {
  const chart = errorChart([week('2026-01-05', null), week('2026-01-12', 0.01, null)]);
  expect([chart.points.length, chart.paths.baseline]).toEqual([1, '']);
  expect(chart.limit).toBeLessThanOrEqual(1);
});
