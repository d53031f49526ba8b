import { expect, it } from 'vitest';
import { forecastAll } from './forecast-all.ts';
import type { SourceSeries } from './source-series.ts';

const SERIES = Array.from({ length: 50 }, (_, k): SourceSeries => ({ source: 'csv', tag: `tag ${k}`, series: { id: `csv:tag ${k}`, firstWeek: 0, values: [1] }, lastWeek: 0 }));

it('forecasts each series once, and lets others in between', async () => {
  let nowMs = 0;
  const did: string[] = [];
  await forecastAll(
    { all: SERIES, forecastOf: ({ tag }) => {
      nowMs += 3;
      did.push(tag);
      return { status: 'unavailable', reason: 'history-too-short' };
    } },
    { now: () => nowMs, pause: async () => { did.push('others'); } },
  );
  expect(did.filter((one) => one !== 'others')).toEqual(SERIES.map(({ tag }) => tag));
  // Each fourth ends a turn of ten milliseconds.
  expect(did.flatMap((one, at) => (one === 'others' ? [at] : []))).toEqual(Array.from({ length: 12 }, (_, k) => 5 * k + 4));
});
