export { cleanModelsJob } from './clean-models-job.ts';
export { createJobRepository } from './database-job-repository.ts';
export { finishErasuresJob } from './finish-erasures-job.ts';
export type { Job } from './job.ts';
export { retentionJob } from './retention-job.ts';
export { retrainSequenceJob } from './retrain-sequence-job.ts';
export { createScheduler } from './scheduler.ts';
export { watchCanariesJob } from './watch-canaries-job.ts';
export { watchTrendsJob } from './watch-trends-job.ts';
