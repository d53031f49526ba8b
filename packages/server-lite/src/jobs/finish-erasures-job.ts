import type { Job } from './job.ts';

const FIVE_MINUTES_MS = 300_000;

/** Asks the stores again that were away when somebody was to be erased: many times within the 24 hours that it may take. */
export const finishErasuresJob = (finish: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'finish-erasures',
  everyMs: FIVE_MINUTES_MS,
  run: finish,
});
