import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobLock, JobRepository } from '../job-repository.ts';

export interface OpenedJobRepository {
  readonly repository: JobRepository;
  readonly close: () => Promise<void>;
}

const lock = (changes: Partial<JobLock> = {}): JobLock => ({ name: 'clean', owner: 'a', nowMs: 1_000_000, untilMs: 1_060_000, ...changes });

/** What every job repository must do. */
export const describeJobRepository = (name: string, open: () => Promise<OpenedJobRepository>): void => void describe(`${name} jobs`, () => {
  let opened: OpenedJobRepository;
  let jobs: JobRepository;
  beforeEach(async () => {
    opened = await open();
    jobs = opened.repository;
  });
  afterEach(() => opened.close());
  testOtherTimes(() => jobs);

  it('knows no run before the first', async () => {
    expect(await jobs.find('clean')).toBeUndefined();
  });

  it('gives the lock to one of many', async () => {
    const taken = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((owner) => jobs.take(lock({ owner }), 900_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await jobs.find('clean')).toEqual({ name: 'clean', startedMs: 1_000_000, finishedMs: undefined, outcome: undefined });
  });

  it('keeps jobs apart', async () => {
    expect(await jobs.take(lock(), 900_000)).toBe(true);
    expect(await jobs.take(lock({ name: 'sweep', owner: 'b' }), 900_000)).toBe(true);
  });

  it('gives it again once it is given back and the time has come', async () => {
    await jobs.take(lock(), 900_000);
    await jobs.finish('clean', 'a', 1_005_000, 'ok');
    expect(await jobs.take(lock({ owner: 'b', nowMs: 1_010_000 }), 999_999)).toBe(false);
    expect(await jobs.take(lock({ owner: 'b', nowMs: 1_100_000, untilMs: 1_160_000 }), 1_000_000)).toBe(true);
    expect(await jobs.find('clean')).toEqual({ name: 'clean', startedMs: 1_100_000, finishedMs: 1_005_000, outcome: 'ok' });
  });

  it('takes it from a process that died', async () => {
    await jobs.take(lock(), 900_000);
    expect(await jobs.take(lock({ owner: 'b', nowMs: 1_059_999 }), 1_000_000)).toBe(false);
    expect(await jobs.take(lock({ owner: 'b', nowMs: 1_060_000, untilMs: 1_120_000 }), 1_000_000)).toBe(true);
    expect(await jobs.renew(lock({ untilMs: 2_000_000 }))).toBe(false);
    await jobs.finish('clean', 'a', 1_070_000, 'ok');
    expect(await jobs.find('clean')).toMatchObject({ startedMs: 1_060_000, finishedMs: undefined });
  });

  it('is kept as long as it is renewed', async () => {
    await jobs.take(lock(), 900_000);
    expect(await jobs.renew(lock({ nowMs: 1_050_000, untilMs: 1_110_000 }))).toBe(true);
    expect(await jobs.take(lock({ owner: 'b', nowMs: 1_100_000, untilMs: 1_160_000 }), 1_000_000)).toBe(false);
  });

  it('notes failures', async () => {
    await jobs.take(lock(), 900_000);
    await jobs.finish('clean', 'a', 1_005_000, 'failed');
    expect(await jobs.find('clean')).toMatchObject({ outcome: 'failed' });
  });
});

/** Runs that were broken off, and clocks that differ. */
function testOtherTimes(jobs: () => JobRepository): void {
  it('gives a run that was broken off again sooner than one that ended', async () => {
    const later = { owner: 'b', nowMs: 1_100_000, untilMs: 1_160_000 };
    await jobs().take(lock(), 900_000, 900_000);
    await jobs().release('clean', 'other');
    expect(await jobs().take(lock({ owner: 'b', nowMs: 1_010_000 }), 0, 1_000_000)).toBe(false);
    await jobs().release('clean', 'a');
    expect(await jobs().find('clean')).toEqual({ name: 'clean', startedMs: 1_000_000, finishedMs: undefined, outcome: undefined });
    expect(await jobs().take(lock({ owner: 'b', nowMs: 1_010_000 }), 0, 999_999)).toBe(false);
    expect(await jobs().take(lock(later), 0, 1_000_000)).toBe(true);
    await jobs().finish('clean', 'b', 1_110_000, 'ok');
    expect(await jobs().take(lock({ nowMs: 1_200_000, untilMs: 1_260_000 }), 1_099_999, 1_100_000)).toBe(false);
    expect(await jobs().take(lock({ nowMs: 1_200_000, untilMs: 1_260_000 }), 1_100_000, 1_100_000)).toBe(true);
    await jobs().release('clean', 'a');
    expect(await jobs().take(lock({ owner: 'b', nowMs: 1_300_000, untilMs: 1_360_000 }), 0, 1_200_000)).toBe(true);
  });

  it('is not held up by what was noted before the clock was set back', async () => {
    await jobs().take(lock({ nowMs: 9_000_000, untilMs: 9_060_000 }), 8_900_000);
    expect(await jobs().take(lock({ owner: 'b' }), 900_000)).toBe(true);
    await jobs().finish('clean', 'b', 1_001_000, 'ok');
    await jobs().take(lock({ name: 'sweep', nowMs: 9_000_000, untilMs: 9_060_000 }), 8_900_000);
    await jobs().finish('sweep', 'a', 9_001_000, 'ok');
    expect(await jobs().take(lock({ name: 'sweep', owner: 'b' }), 900_000)).toBe(true);
  });

  it('is held up by a process whose clock is a little ahead', async () => {
    await jobs().take(lock({ nowMs: 1_030_000, untilMs: 1_090_000 }), 930_000);
    expect(await jobs().take(lock({ owner: 'b' }), 900_000)).toBe(false);
    await jobs().finish('clean', 'a', 1_031_000, 'ok');
    expect(await jobs().take(lock({ owner: 'b' }), 900_000)).toBe(false);
  });
}
