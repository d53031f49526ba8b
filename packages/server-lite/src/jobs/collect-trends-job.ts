import type { Job } from './job.ts';

const QUARTER_MS = 900_000;

/** Looks four times an hour which tags are due at their sources; most are every four hours. */
export const collectTrendsJob = (collect: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'collect-trends',
  everyMs: QUARTER_MS,
  run: collect,
});
