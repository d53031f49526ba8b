import type { Job } from './job.ts';

const DAY_MS = 86_400_000;

/** Once a day, drops what is older than it may be. @param drop gets the UTC milliseconds of now; harmless when repeated */
export const retentionJob = (drop: (nowMs: number) => Promise<unknown>, now: () => number = Date.now): Job => ({
  name: 'retention',
  everyMs: DAY_MS,
  run: async () => void await drop(now()),
});
