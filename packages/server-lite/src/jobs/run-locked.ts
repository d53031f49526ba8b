import type { Job } from './job.ts';
import type { JobObserver } from './job-observer.ts';
import type { JobOutcome, JobRepository } from './job-repository.ts';

export interface JobRunner {
  readonly repository: JobRepository;
  readonly owner: string;
  readonly now: () => number;
  readonly observer: JobObserver;
  readonly lockMs: number;
}

/** Runs a job if its time has come and no process runs it. Never rejects. */
export async function runLocked(job: Job, runner: JobRunner, stopping: AbortSignal): Promise<void> {
  const { repository, owner, now, observer, lockMs } = runner;
  try {
    const startedMs = now();
    const isMine = await repository.take({ name: job.name, owner, nowMs: startedMs, untilMs: startedMs + lockMs }, startedMs - job.everyMs, startedMs - (job.retryMs ?? job.everyMs));
    if (!isMine) return;
    const outcome = await runRenewing(job, runner, stopping);
    // What was told to stop may have done only a part.
    if (job.retryMs !== undefined && stopping.aborted) return await repository.release(job.name, owner);
    observer.jobFinished(job.name, outcome, now() - startedMs);
    await repository.finish(job.name, owner, now(), outcome);
  } catch (error) {
    observer.jobFailed(job.name, error, 'repository');
  }
}

/** While the job runs its lock is renewed; a job whose lock is lost is told to stop, since another process may run it by now. */
async function runRenewing(job: Job, { repository, owner, now, observer, lockMs }: JobRunner, stopping: AbortSignal): Promise<JobOutcome> {
  const halt = new AbortController();
  const stop = (): void => halt.abort();
  const renew = (): void => {
    const nowMs = now();
    repository.renew({ name: job.name, owner, nowMs, untilMs: nowMs + lockMs })
      .then((isHeld) => isHeld || stop(), (error: unknown) => observer.jobFailed(job.name, error, 'repository'));
  };
  const timer = setInterval(renew, lockMs / 3);
  stopping.addEventListener('abort', stop);
  if (stopping.aborted) stop();
  try {
    await job.run(halt.signal);
    return 'ok';
  } catch (error) {
    observer.jobFailed(job.name, error, 'job');
    return 'failed';
  } finally {
    clearInterval(timer);
    stopping.removeEventListener('abort', stop);
  }
}
