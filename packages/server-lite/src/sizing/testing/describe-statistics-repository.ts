import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StatisticsCell, StatisticsRepository } from '../statistics-repository.ts';

export interface OpenedStatistics {
  readonly repository: StatisticsRepository;
  readonly close: () => Promise<void>;
}

const chest = (cell: number, changes: Partial<StatisticsCell> = {}): StatisticsCell => ({ audience: 'women', zone: 'chest', design: 'rounded', cell, ...changes });

/** What every repository of statistics must do. */
export const describeStatisticsRepository = (name: string, open: () => Promise<OpenedStatistics>): void => void describe(`${name} statistics`, () => {
  let opened: OpenedStatistics;
  let statistics: StatisticsRepository;
  beforeEach(async () => {
    opened = await open();
    statistics = opened.repository;
  });
  afterEach(() => opened.close());

  const add = async (cells: readonly number[], tenantId = 'a', changes: Partial<StatisticsCell> = {}): Promise<void> => {
    for (const cell of cells) await statistics.add(tenantId, [chest(cell, changes)]);
  };

  it('starts empty', async () => {
    expect(await statistics.publish('a', 1)).toEqual([]);
    await statistics.add('a', []);
    expect(await statistics.publish('a', 1)).toEqual([]);
  });

  it('counts bodies, cell by cell, in order', async () => {
    await statistics.add('a', [chest(90), chest(110, { zone: 'stature' }), chest(9, { zone: 'hip' })]);
    await add([100, 90]);
    expect(await statistics.publish('a', 1)).toEqual([
      { ...chest(90), count: 2 }, { ...chest(100), count: 1 }, { ...chest(9, { zone: 'hip' }), count: 1 }, { ...chest(110, { zone: 'stature' }), count: 1 },
    ]);
  });

  it('publishes a curve only by many answers at once, and keeps what it published', async () => {
    await add([90, 91]);
    expect(await statistics.publish('a', 3)).toEqual([]);
    await add([90]);
    const first = [{ ...chest(90), count: 2 }, { ...chest(91), count: 1 }];
    expect(await statistics.publish('a', 3)).toEqual(first);
    await add([92, 92]);
    expect(await statistics.publish('a', 3)).toEqual(first);
    await add([90]);
    expect(await statistics.publish('a', 3)).toEqual([{ ...chest(90), count: 3 }, { ...chest(91), count: 1 }, { ...chest(92), count: 2 }]);
  });

  it('keeps curves and tenants apart', async () => {
    await add([90, 91]);
    await add([90], 'b');
    await add([90], 'a', { audience: 'men' });
    await add([5], 'a', { design: '2/8' });
    expect(await statistics.publish('a', 2)).toEqual([{ ...chest(90), count: 1 }, { ...chest(91), count: 1 }]);
    expect(await statistics.publish('b', 2)).toEqual([]);
  });

  it('loses nothing when many come at once', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, index) => statistics.add('a', [chest(90 + (index % 3)), chest(80, { zone: 'waist' })])));
    const counts = await statistics.publish('a', 1);
    expect(counts.map(({ count }) => count)).toEqual([20, 20, 20, 60]);
  });
});
