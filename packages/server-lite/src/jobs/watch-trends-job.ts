import type { Job } from './job.ts';

const HOUR_MS = 3_600_000;

/** Judges forecasts of trends by what came true, learns anew where that is due, and says what it forecasts now. */
export const watchTrendsJob = (watch: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'watch-trends',
  everyMs: HOUR_MS,
  run: watch,
});
