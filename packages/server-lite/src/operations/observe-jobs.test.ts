import { expect, it, vi } from 'vitest';
import { createMetrics } from './metrics.ts';
import { observeJobs, observeSubjectStores } from './observe-jobs.ts';

const log = { info: vi.fn<(fields: object, words: string) => void>(), error: vi.fn<(fields: object, words: string) => void>() };

it('logs and counts runs, failures and stores, without messages', async () => {
  const metrics = createMetrics();
  const observer = observeJobs({ log, metrics });
  observer.jobFinished('retention', 'ok', 12.4);
  observer.jobFailed('retention', new Error('row of a@b.example'), 'job');
  observeSubjectStores({ log, metrics })('consents', new TypeError('row of a@b.example'));
  expect(log.info.mock.calls).toEqual([[{ job: 'retention', outcome: 'ok', durationMs: 12 }, 'job ended']]);
  expect(log.error.mock.calls).toMatchObject([[{ job: 'retention', at: 'job', error: { name: 'Error' } }, 'job failed'], [{ store: 'consents', error: { name: 'TypeError' } }, 'a store could not erase somebody yet']]);
  expect(JSON.stringify(log.error.mock.calls)).not.toContain('a@b.example');
  const text = await metrics.render();
  for (const line of ['vua_job_runs_total{job="retention",outcome="ok"} 1', 'vua_job_errors_total{job="retention",at="job"} 1', 'vua_subject_store_errors_total{store="consents"} 1']) expect(text).toContain(line);
});
