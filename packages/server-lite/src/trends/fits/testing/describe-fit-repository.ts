import { fitTrends } from '@vua/models/trend';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FitRepository, NewFit } from '../fit-repository.ts';

export interface OpenedFits {
  readonly repository: FitRepository;
  readonly close: () => Promise<void>;
}

const REPORT = { series: 3, judged: 12, maeNew: 0.1, maeLive: null, maeBaseline: 0.2 } as const;

// As JSON has it: without -0.
const FIT = JSON.parse(JSON.stringify(fitTrends([{ id: 'csv:linen', firstWeek: 2700, values: [1, 2, 3, 4] }]))) as NewFit['fit'];

const fitOf = (change: Partial<NewFit> = {}): NewFit => ({ madeMs: 1_764_400_000_000, status: 'live', reason: 'first', report: REPORT, fit: FIT, shadow: { ...FIT, seriesCount: 0 }, ...change });

/** What every repository of fits must do. */
export const describeFitRepository = (name: string, open: () => Promise<OpenedFits>): void => void describe(`${name} fits`, () => {
  let opened: OpenedFits;
  beforeEach(async () => { opened = await open(); });
  afterEach(() => opened.close());
  const statuses = async (): Promise<readonly string[]> => (await opened.repository.list('a')).map(({ version, status }) => `${version} ${status}`);

  it('start empty', async () => {
    expect([await opened.repository.live('a'), await opened.repository.list('a'), await opened.repository.activate('a', 1)]).toEqual([undefined, [], false]);
  });

  it('are given back as they were made, of each shop its own', async () => {
    const { fit, madeMs, shadow, ...rest } = fitOf();
    expect([await opened.repository.add('a', fitOf()), await opened.repository.add('b', fitOf({ madeMs: 5 }))]).toEqual([1, 1]);
    expect(await opened.repository.live('a')).toEqual({ version: 1, madeMs, adjustedMs: madeMs, fit, shadow });
    expect(await opened.repository.list('a')).toEqual([{ version: 1, madeMs, adjustedMs: madeMs, ...rest }]);
    expect((await opened.repository.live('b'))?.madeMs).toBe(5);
  });

  it('take the place of the one before, and give it back', async () => {
    await opened.repository.add('a', fitOf());
    await opened.repository.add('a', fitOf({ reason: 'weekly' }));
    expect(await statuses()).toEqual(['2 live', '1 kept']);
    expect(await opened.repository.activate('a', 1)).toBe(true);
    expect(await statuses()).toEqual(['2 kept', '1 live']);
    expect((await opened.repository.live('a'))?.version).toBe(1);
  });

  it('are adjusted in their place', async () => {
    await opened.repository.add('a', fitOf());
    await opened.repository.add('b', fitOf());
    const fit = { ...FIT, fittedToWeek: 9 };
    await opened.repository.adjust('a', 1, { fit, adjustedMs: 1_764_500_000_000 });
    expect(await opened.repository.live('a')).toMatchObject({ version: 1, madeMs: fitOf().madeMs, adjustedMs: 1_764_500_000_000, fit: { fittedToWeek: 9 } });
    expect((await opened.repository.list('a')).map(({ adjustedMs }) => adjustedMs)).toEqual([1_764_500_000_000]);
    expect((await opened.repository.live('b'))?.fit).toEqual(FIT);
  });

  it('stand aside when they were refused', async () => {
    await opened.repository.add('a', fitOf());
    await opened.repository.add('a', fitOf({ status: 'refused' }));
    expect([await statuses(), (await opened.repository.live('a'))?.version]).toEqual([['2 refused', '1 live'], 1]);
  });

  it('have one live version and whole numbers, however many are added at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => opened.repository.add('a', fitOf())));
    expect((await statuses()).map((text) => text.replace(/\d /, ''))).toHaveLength(5);
    expect((await statuses()).filter((text) => text.endsWith('live'))).toHaveLength(1);
    expect((await opened.repository.list('a')).map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
  });

  it('are forgotten when they are old, but not the live one', async () => {
    for (let made = 0; made < 4; made += 1) await opened.repository.add('a', fitOf());
    await opened.repository.activate('a', 1);
    await opened.repository.keepNewest('a', 2);
    expect(await statuses()).toEqual(['4 kept', '3 kept', '1 live']);
    expect(await opened.repository.add('a', fitOf())).toBe(5);
  });
});
