import type { Job } from './job.ts';

const DAY_MS = 86_400_000;

/** Once a day, forgets versions of models that are long out of use, and their files. @param clean harmless when repeated */
export const cleanModelsJob = (clean: () => Promise<unknown>): Job => ({
  name: 'clean-models',
  everyMs: DAY_MS,
  run: async () => void await clean(),
});
