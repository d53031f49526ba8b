import type { Job } from './job.ts';

const [HOUR_MS, WEEK_MS] = [3_600_000, 7 * 86_400_000];

/** Once a week, trains sequence models anew; a shop's old model stays where that fails. */
export const retrainSequenceJob = (retrain: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'retrain-sequence',
  everyMs: WEEK_MS,
  retryMs: HOUR_MS,
  run: retrain,
});
