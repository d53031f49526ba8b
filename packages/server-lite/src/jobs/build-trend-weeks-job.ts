import type { Job } from './job.ts';

const QUARTER_MS = 900_000;

/** Brings what was collected of trends into the weekly table: well within two hours of its coming. */
export const buildTrendWeeksJob = (build: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'build-trend-weeks',
  everyMs: QUARTER_MS,
  run: build,
});
