import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { finishErasuresJob } from './finish-erasures-job.ts';
import type { Job } from './job.ts';
import type { JobObserver } from './job-observer.ts';
import type { JobRepository } from './job-repository.ts';
import { createMemoryJobRepository } from './memory-job-repository.ts';
import { retentionJob } from './retention-job.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

const MINUTE = 60_000;
const running: Scheduler[] = [];

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(async () => {
  await Promise.all(running.splice(0).map((scheduler) => scheduler.stop()));
  vi.useRealTimers();
});

function start(job: Job, repository: JobRepository, observer?: JobObserver): Scheduler {
  const scheduler = createScheduler({ jobs: [job], repository, ...(observer === undefined ? {} : { observer }) });
  running.push(scheduler);
  scheduler.start();
  return scheduler;
}

const countingJob = (work: (signal: AbortSignal) => Promise<void> = async () => undefined): { readonly job: Job; readonly starts: number[] } => {
  const starts: number[] = [];
  return { starts, job: { name: 'clean', everyMs: 10 * MINUTE, run: (signal) => { starts.push(Date.now()); return work(signal); } } };
};

const until = (ms: number, signal?: AbortSignal): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve, ms);
  signal?.addEventListener('abort', () => resolve());
});

it('runs a job at the start and then every period', async () => {
  const { job, starts } = countingJob();
  start(job, createMemoryJobRepository());
  await vi.advanceTimersByTimeAsync(61 * MINUTE);
  expect(starts.length).toBeGreaterThanOrEqual(6);
  expect(starts.length).toBeLessThanOrEqual(7);
  const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10 * MINUTE);
});

it('runs it once a period however many processes there are', async () => {
  const { job, starts } = countingJob();
  const repository = createMemoryJobRepository();
  for (let process = 0; process < 5; process += 1) start(job, repository);
  await vi.advanceTimersByTimeAsync(61 * MINUTE);
  expect(starts.length).toBeGreaterThanOrEqual(6);
  expect(starts.length).toBeLessThanOrEqual(7);
});

it('remembers over a restart when it ran last', async () => {
  const { job, starts } = countingJob();
  const repository = createMemoryJobRepository();
  const first = start(job, repository);
  await vi.advanceTimersByTimeAsync(MINUTE);
  await first.stop();
  start(job, repository);
  await vi.advanceTimersByTimeAsync(8 * MINUTE);
  expect(starts).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect(starts).toHaveLength(2);
});

it('never runs a job over itself, also when it needs longer than its period and its lock', async () => {
  let atOnce = 0;
  let most = 0;
  const { job, starts } = countingJob(async (signal) => {
    most = Math.max(most, atOnce += 1);
    await until(25 * MINUTE, signal);
    atOnce -= 1;
  });
  const repository = createMemoryJobRepository();
  start(job, repository);
  start(job, repository);
  await vi.advanceTimersByTimeAsync(80 * MINUTE);
  expect([starts.length, most]).toEqual([4, 1]);
});

it('tells a running job to stop, waits for it, and starts nothing more', async () => {
  let ended = false;
  const { job, starts } = countingJob(async (signal) => {
    await until(30 * MINUTE, signal);
    ended = signal.aborted;
  });
  const scheduler = start(job, createMemoryJobRepository());
  await vi.advanceTimersByTimeAsync(MINUTE);
  await scheduler.stop();
  await scheduler.stop();
  expect(ended).toBe(true);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(starts).toHaveLength(1);
});

it('tells it also when it is stopped while the lock is being taken', async () => {
  const memory = createMemoryJobRepository();
  const taking = Promise.withResolvers<boolean>();
  let wasStopped = false;
  const { job } = countingJob(async (signal) => void (wasStopped = signal.aborted));
  const scheduler = start(job, { ...memory, take: () => taking.promise });
  await vi.advanceTimersByTimeAsync(MINUTE);
  const stopped = scheduler.stop();
  taking.resolve(true);
  await stopped;
  expect(wasStopped).toBe(true);
});

it('tells of failures by name and goes on', async () => {
  const observer = { jobFinished: vi.fn<JobObserver['jobFinished']>(), jobFailed: vi.fn<JobObserver['jobFailed']>() };
  const { job } = countingJob(async () => Promise.reject(new Error('broken')));
  const repository = createMemoryJobRepository();
  start(job, repository, observer);
  await vi.advanceTimersByTimeAsync(13 * MINUTE);
  expect(observer.jobFailed.mock.calls).toEqual([['clean', expect.any(Error), 'job'], ['clean', expect.any(Error), 'job']]);
  expect(observer.jobFinished).toHaveBeenCalledWith('clean', 'failed', expect.any(Number));
  expect(await repository.find('clean')).toMatchObject({ outcome: 'failed' });
});

it('outlives a database that is away', async () => {
  const memory = createMemoryJobRepository();
  let isAway = true;
  const away = <T>(answer: Promise<T>): Promise<T> => (isAway ? Promise.reject(new Error('away')) : answer);
  const repository: JobRepository = {
    take: (...given) => away(memory.take(...given)), renew: (...given) => away(memory.renew(...given)),
    finish: (...given) => away(memory.finish(...given)), release: (...given) => away(memory.release(...given)), find: (name) => away(memory.find(name)),
  };
  const observer = { jobFinished: vi.fn<JobObserver['jobFinished']>(), jobFailed: vi.fn<JobObserver['jobFailed']>() };
  const { job, starts } = countingJob();
  start(job, repository, observer);
  await vi.advanceTimersByTimeAsync(30 * MINUTE);
  expect(starts).toHaveLength(0);
  expect(observer.jobFailed).toHaveBeenCalledWith('clean', expect.any(Error), 'repository');
  isAway = false;
  await vi.advanceTimersByTimeAsync(12 * MINUTE);
  expect(starts.length).toBeGreaterThanOrEqual(1);
});

it('stops a job whose lock another process took', async () => {
  let wasStopped = false;
  const { job } = countingJob(async (signal) => {
    await until(30 * MINUTE, signal);
    wasStopped = signal.aborted;
  });
  const memory = createMemoryJobRepository();
  start(job, { ...memory, renew: async () => false });
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(wasStopped).toBe(true);
});

it('retention drops by the time at which it runs; erasures are finished with the signal', async () => {
  const drop = vi.fn<(nowMs: number) => Promise<void>>(async () => undefined);
  const finish = vi.fn<(signal: AbortSignal) => Promise<void>>(async () => undefined);
  const repository = createMemoryJobRepository();
  start(retentionJob(drop), repository);
  start(finishErasuresJob(finish), repository);
  await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE);
  expect(drop).toHaveBeenCalledTimes(1);
  expect(drop).toHaveBeenCalledWith(expect.any(Number));
  expect(finish.mock.calls.length).toBeGreaterThan(200);
  expect(finish).toHaveBeenCalledWith(expect.any(AbortSignal));
});
