export { createJobRepository } from './database-job-repository.ts';
export { finishErasuresJob } from './finish-erasures-job.ts';
export type { Job } from './job.ts';
export { retentionJob } from './retention-job.ts';
export { createScheduler } from './scheduler.ts';
