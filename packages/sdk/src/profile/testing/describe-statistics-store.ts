import { beforeEach, describe, expect, it } from 'vitest';
import type { MeasurementStatistics } from '@vua/models/contracts';
import type { KeptStatistics, StatisticsStore } from '../statistics/kept-statistics.ts';

const ANSWER: MeasurementStatistics = { kind: 'rounded', audience: 'women', valuesCm: { chest: 91, stature: 166 } };
const DRAWN = { kind: 'randomized', audience: 'women', zone: 'chest', epsilon: 2, bins: 8, bin: 3 } as const;
const KEPT: KeptStatistics = { answeredAtMs: 1000, due: { dueAtMs: 5000, answer: ANSWER }, randomized: DRAWN };

/** What every store of statistics must do. */
export const describeStatisticsStore = (name: string, open: () => StatisticsStore): void => void describe(`${name} store of statistics`, () => {
  let store: StatisticsStore;
  beforeEach(async () => {
    store = open();
    await store.clear();
  });

  it('starts empty', async () => {
    expect(await store.read()).toBe('none');
    expect(await store.takeDue(9000)).toBeUndefined();
  });

  it('gives back every field', async () => {
    expect(await store.write(KEPT)).toBe(true);
    expect(await store.read()).toEqual(KEPT);
  });

  it('gives an answer out once its hour has come, and once only', async () => {
    await store.write(KEPT);
    expect(await store.takeDue(4999)).toBeUndefined();
    const taken = await Promise.all([store.takeDue(5000), store.takeDue(5000), store.takeDue(5000)]);
    expect(taken.filter((answer) => answer !== undefined)).toEqual([ANSWER]);
    expect(await store.read()).toEqual({ answeredAtMs: 1000, randomized: DRAWN });
  });

  it('forgets everything', async () => {
    await store.write(KEPT);
    expect(await store.clear()).toBe(true);
    expect(await store.read()).toBe('none');
  });
});
