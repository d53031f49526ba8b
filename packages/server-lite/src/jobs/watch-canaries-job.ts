import type { Job } from './job.ts';

const QUARTER_MS = 900_000;

/** Takes canaries back that do worse than what is live, before many have met them, and ends the trials of what retraining brought. */
export const watchCanariesJob = (watch: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'watch-canaries',
  everyMs: QUARTER_MS,
  run: watch,
});
