import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrendWeek } from '../trend-week.ts';
import type { WeekRepository } from '../week-repository.ts';

export interface OpenedWeeks {
  readonly repository: WeekRepository;
  readonly close: () => Promise<void>;
}

const weekOf = (change: Partial<TrendWeek> = {}): TrendWeek =>
  ({ source: 'instagram', tag: 'áo dài', week: 2900, value: 0.25, count: 12, engagement: 30.5, sentiment: 0.4, seenMs: 1_764_400_000_000, ...change });

/** What every weekly feature table must do. */
export const describeWeekRepository = (name: string, open: () => Promise<OpenedWeeks>): void => void describe(`${name} weeks`, () => {
  let opened: OpenedWeeks;
  beforeEach(async () => { opened = await open(); });
  afterEach(() => opened.close());

  it('start empty', async () => {
    expect([await opened.repository.list('a', {}), await opened.repository.revision('a'), await opened.repository.listTenants()]).toEqual([[], 0, []]);
  });

  it('are given back as they were saved, of each shop its own, in order', async () => {
    const [late, early] = [weekOf({ week: 2901, engagement: null, sentiment: null }), weekOf()];
    const [other, csv] = [weekOf({ tag: 'linen' }), weekOf({ source: 'csv', value: 0 })];
    await opened.repository.save('a', [other, late, early, csv]);
    await opened.repository.save('b', [weekOf({ tag: "'; DROP TABLE trend_week; --" })]);
    expect(await opened.repository.list('a', {})).toEqual([csv, other, early, late]);
    expect(await opened.repository.list('a', { source: 'instagram', tags: ['áo dài', 'nobody'] })).toEqual([early, late]);
    expect(await opened.repository.list('a', { tags: [] })).toEqual([]);
    expect((await opened.repository.list('b', {})).length).toBe(1);
    expect(await opened.repository.listTenants()).toEqual(['a', 'b']);
  });

  it('replace what was there, and say that something changed', async () => {
    await opened.repository.save('a', [weekOf(), weekOf({ tag: 'linen' })]);
    const before = await opened.repository.revision('a');
    const again = weekOf({ value: 0.5, count: 24, engagement: null, sentiment: -1, seenMs: 1_764_500_000_000 });
    await opened.repository.save('a', [again]);
    expect(await opened.repository.list('a', {})).toEqual([weekOf({ tag: 'linen' }), again].sort((one, two) => (one.tag < two.tag ? -1 : 1)));
    expect(await opened.repository.revision('a')).toBeGreaterThan(before);
  });

  it('are all saved or none', async () => {
    await opened.repository.save('a', [weekOf()]);
    const before = await opened.repository.revision('a');
    await expect(opened.repository.save('a', [weekOf({ value: 9 }), weekOf({ tag: 'wrong', value: -1 })])).rejects.toThrow(/check constraint|below 0/i);
    expect(await opened.repository.list('a', {})).toEqual([weekOf()]);
    expect(await opened.repository.revision('a')).toBe(before);
  });

  it('know up to when they are whole', async () => {
    expect(await opened.repository.builtMs('a')).toBe(0);
    await opened.repository.markBuilt('a', 1_764_400_000_000);
    await opened.repository.save('a', [weekOf()]);
    await opened.repository.markBuilt('b', 7);
    expect([await opened.repository.builtMs('a'), await opened.repository.builtMs('b'), await opened.repository.listTenants()]).toEqual([1_764_400_000_000, 7, ['a']]);
    await opened.repository.markBuilt('a', 1_764_400_000_001);
    expect([await opened.repository.builtMs('a'), (await opened.repository.list('a', {})).length]).toEqual([1_764_400_000_001, 1]);
  });

  it('are many', async () => {
    const weeks = Array.from({ length: 2500 }, (_, week) => weekOf({ tag: 'linen', week, value: week }));
    await opened.repository.save('a', weeks);
    expect(await opened.repository.list('a', {})).toEqual(weeks);
  });
});
