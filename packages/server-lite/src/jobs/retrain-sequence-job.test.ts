import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemoryJobRepository } from './memory-job-repository.ts';
import { retrainSequenceJob } from './retrain-sequence-job.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];
const running: Scheduler[] = [];

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(async () => {
  await Promise.all(running.splice(0).map((scheduler) => scheduler.stop()));
  vi.useRealTimers();
});

/** A process of the server, and the days on which its training began. */
function openServer(train: (signal: AbortSignal) => Promise<void> = async () => undefined) {
  const repository = createMemoryJobRepository();
  const beganMs = Date.now();
  const days: number[] = [];
  const start = (): Scheduler => {
    const scheduler = createScheduler({ repository, jobs: [retrainSequenceJob((signal) => {
      days.push((Date.now() - beganMs) / DAY_MS);
      return train(signal);
    })] });
    running.push(scheduler);
    scheduler.start();
    return scheduler;
  };
  return { start, days };
}

const wholeDays = (days: readonly number[]): readonly number[] => days.map(Math.floor);

it('trains at the first start, and once a week from then on', async () => {
  const { start, days } = openServer();
  start();
  await vi.advanceTimersByTimeAsync(22 * DAY_MS);
  expect(wholeDays(days)).toEqual([0, 7, 14, 21]);
});

it('keeps its week over restarts, and makes up for one that it slept through', async () => {
  const { start, days } = openServer();
  for (let day = 0; day < 9; day += 1) {
    const server = start();
    await vi.advanceTimersByTimeAsync(12 * HOUR_MS);
    await server.stop();
    await vi.advanceTimersByTimeAsync(12 * HOUR_MS);
  }
  expect(wholeDays(days)).toEqual([0, 7]);
  await vi.advanceTimersByTimeAsync(9 * DAY_MS);
  start();
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  expect(wholeDays(days)).toEqual([0, 7, 18]);
});

it('trains in one process, however many there are', async () => {
  const { start, days } = openServer();
  for (let process = 0; process < 3; process += 1) start();
  await vi.advanceTimersByTimeAsync(8 * DAY_MS);
  expect(wholeDays(days)).toEqual([0, 7]);
});

it('goes on within the hour with a training that the end of its process broke off', async () => {
  const { start, days } = openServer((signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())));
  const first = start();
  await vi.advanceTimersByTimeAsync(HOUR_MS / 4);
  await first.stop();
  start();
  await vi.advanceTimersByTimeAsync(HOUR_MS / 2);
  expect(days).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(HOUR_MS / 2);
  expect(days).toHaveLength(2);
  expect((days[1] ?? 0) * DAY_MS).toBeLessThan(1.1 * HOUR_MS);
});

it('does not begin a training that takes for hours a second time', async () => {
  const { start, days } = openServer((signal) => new Promise((resolve) => {
    setTimeout(resolve, 5 * HOUR_MS);
    signal.addEventListener('abort', () => resolve());
  }));
  start();
  start();
  await vi.advanceTimersByTimeAsync(6 * DAY_MS);
  expect(days).toHaveLength(1);
});
