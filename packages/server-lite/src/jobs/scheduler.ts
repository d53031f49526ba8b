import type { Job } from './job.ts';
import type { JobObserver } from './job-observer.ts';
import { isUnended, type JobRepository } from './job-repository.ts';
import { runLocked, type JobRunner } from './run-locked.ts';

export interface SchedulerOptions {
  readonly jobs: readonly Job[];
  readonly repository: JobRepository;
  /** Names this process; unique among all that share the repository. @default random */
  readonly owner?: string;
  /** UTC milliseconds. */
  readonly now?: () => number;
  /** 0 up to 1. */
  readonly random?: () => number;
  /** Told of every run that ended, and of a repository that cannot be reached. */
  readonly observer?: JobObserver;
}

export interface Scheduler {
  /** Safe to call twice. */
  start(): void;
  /** Starts nothing more, tells what runs to stop, and waits for it. Safe to call twice. */
  stop(): Promise<void>;
}

/** How long a process that died blocks a job. */
const LOCK_MS = 60_000;
/** Between two questions for a lock that is held. */
const LEAST_PAUSE_MS = 1000;
/** Processes spread their questions over this share of the period, and over no more than that. */
const JITTER = 0.1;
const MOST_JITTER_MS = 10_000;

const silent: JobObserver = { jobFinished: () => undefined, jobFailed: () => undefined };

/** Runs each job every `everyMs`, in one process at a time, never over itself; when it ran last outlives the processes. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { jobs, random = Math.random, now = Date.now, observer = silent } = options;
  const runner: JobRunner = { repository: options.repository, owner: options.owner ?? crypto.randomUUID(), now, observer, lockMs: LOCK_MS };
  const stopping = new AbortController();
  let loops: readonly Promise<void>[] | undefined;

  const loop = async (job: Job): Promise<void> => {
    while (!stopping.signal.aborted) {
      const jitterMs = random() * Math.min(job.everyMs * JITTER, MOST_JITTER_MS);
      await pause(Math.max(await untilDue(job, runner), Math.min(job.everyMs, LEAST_PAUSE_MS)) + jitterMs, stopping.signal);
      if (!stopping.signal.aborted) await runLocked(job, runner, stopping.signal);
    }
  };
  return {
    start: () => void (loops ??= jobs.map(loop)),
    async stop() {
      stopping.abort();
      await Promise.all(loops ?? []);
    },
  };
}

/** Milliseconds until the job's next start, by its last start in whichever process. */
async function untilDue({ name, everyMs, retryMs = everyMs }: Job, { repository, now, observer }: JobRunner): Promise<number> {
  try {
    const last = await repository.find(name);
    // A clock that was set back must not stop a job for longer than its period.
    if (last === undefined) return 0;
    const nowMs = now();
    const dueMs = Math.min(everyMs, Math.max(0, last.startedMs + (isUnended(last) ? retryMs : everyMs) - nowMs));
    // A run that takes longer than that still holds its lock.
    return isUnended(last) ? Math.max(dueMs, Math.min(retryMs, LOCK_MS)) : dueMs;
  } catch (error) {
    observer.jobFailed(name, error, 'repository');
    return everyMs;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(ms, 2 ** 31 - 1));
    signal.addEventListener('abort', end, { once: true });
  });
}
