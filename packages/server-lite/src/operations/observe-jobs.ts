import { errorFacts } from '../http/error-facts.ts';
import type { Metrics } from './metrics.ts';

export interface WorkObservers {
  readonly log: { info(fields: object, words: string): void; error(fields: object, words: string): void };
  readonly metrics: Pick<Metrics, 'jobFinished' | 'jobFailed' | 'subjectStoreFailed'>;
}

/** Logs and counts what jobs do; fits the scheduler's observer. */
export const observeJobs = ({ log, metrics }: WorkObservers) => ({
  jobFinished(job: string, outcome: string, durationMs: number): void {
    metrics.jobFinished(job, outcome, durationMs);
    log.info({ job, outcome, durationMs: Math.round(durationMs) }, 'job ended');
  },
  jobFailed(job: string, error: unknown, at: string): void {
    metrics.jobFailed(job, error, at);
    log.error({ job, at, error: errorFacts(error) }, 'job failed');
  },
});

/** Logs and counts a store that could not erase somebody; fits the subject service's `storeFailed`. */
export const observeSubjectStores = ({ log, metrics }: WorkObservers) => (store: string, error: unknown): void => {
  metrics.subjectStoreFailed(store);
  log.error({ store, error: errorFacts(error) }, 'a store could not erase somebody yet');
};
