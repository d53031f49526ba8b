import type { Job } from './job.ts';

const QUARTER_MS = 900_000;

/** Looks at the pictures of collected posts soon after they came: their addresses are not valid for ever. */
export const lookAtPicturesJob = (look: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'look-at-pictures',
  everyMs: QUARTER_MS,
  run: look,
});
