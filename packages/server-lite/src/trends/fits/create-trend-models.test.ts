import { fitTrends } from '@vua/models/trend';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabaseModelFiles, createDatabaseModels, createMemoryModels, createModelService, type ModelFileRepository, type ModelRepository, type ModelService } from '../../registry/index.ts';
import type { Database } from '../../storage/database.ts';
import { TEST_DATABASES } from '../../storage/testing/test-databases.ts';
import { learnedTrends } from '../testing/learned-trends.ts';
import { createTrendModels, type TrendModels } from './create-trend-models.ts';

interface Registry {
  readonly models: ModelRepository;
  readonly files: ModelFileRepository;
}

const GROUP = { tenantId: 'a', kind: 'trend' } as const;
const FIT = fitTrends([{ id: 'csv:linen', firstWeek: 2700, values: [1, 2, 3, 4] }]);
/** JSON has no -0. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const describeTrendModels = (name: string, open: () => Promise<Registry>): void => void describe(`${name} trend models`, () => {
  let [models, service]: [TrendModels, ModelService] = [undefined as never, undefined as never];
  let registry: Registry;
  beforeEach(async () => {
    registry = await open();
    service = createModelService(registry);
    models = createTrendModels({ models: registry.models, service });
  });
  const places = async (): Promise<readonly string[]> => (await models.list('a')).map(({ number, status }) => `${number} ${status}`);
  const versionAt = async (number: number): Promise<string> => (await models.list('a')).find((one) => one.number === number)?.version ?? '';

  it('start empty', async () => {
    expect([await models.live('a'), await models.liveNumber('a'), await models.list('a')]).toEqual([undefined, 0, []]);
  });

  it('are given back as they were learned, of each shop its own', async () => {
    const { goesLive: _goes, ...given } = learnedTrends({ fit: FIT });
    expect([await models.add('a', learnedTrends({ fit: FIT })), await models.add('b', learnedTrends())]).toEqual([{ number: 1, wentLive: true }, { number: 1, wentLive: true }]);
    const { fit, shadow, ...listed } = await models.live('a') ?? given;
    expect([fit, shadow, listed]).toEqual([asJson(FIT), asJson(given.shadow), { number: 1, version: expect.stringMatching(/^[0-9a-f]{12}$/) as string, status: 'active', reason: given.reason, madeMs: given.madeMs, report: given.report, seriesSha256: given.seriesSha256 }]);
    expect(await models.list('a')).toEqual([listed]);
    expect((await service.list(GROUP))[0]?.metrics).toEqual({ series: 3, judged: 12, maeNew: 0.1, maeBaseline: 0.2 });
  });

  it('take the place of the one before, which the registry gives back', async () => {
    await models.add('a', learnedTrends());
    await models.add('a', learnedTrends({ week: 1, replaces: await versionAt(1) }));
    expect([await places(), await models.liveNumber('a')]).toEqual([['2 active', '1 retired'], 2]);
    await service.switch(GROUP, { type: 'roll-back' });
    expect([await places(), (await models.live('a'))?.number]).toEqual([['2 rejected', '1 active'], 1]);
  });

  it('stand aside where they are no better', async () => {
    await models.add('a', learnedTrends());
    expect(await models.add('a', learnedTrends({ week: 1, goesLive: false }))).toEqual({ number: 2, wentLive: false });
    expect(await places()).toEqual(['2 rejected', '1 active']);
  });

  it('do not undo what went live meanwhile', async () => {
    await models.add('a', learnedTrends());
    const first = await versionAt(1);
    await models.add('a', learnedTrends({ week: 1, replaces: first }));
    expect(await models.add('a', learnedTrends({ week: 2, reason: 'outcomes', replaces: first }))).toEqual({ number: 3, wentLive: false });
    expect(await places()).toEqual(['3 rejected', '2 active', '1 retired']);
  });

  it('do not undo what a person activated while the first was learned', async () => {
    await models.add('a', learnedTrends({ goesLive: false }));
    await service.switch(GROUP, { type: 'activate', version: await versionAt(1) });
    expect(await models.add('a', learnedTrends({ week: 1, replaces: null }))).toEqual({ number: 2, wentLive: false });
    expect(await places()).toEqual(['2 rejected', '1 active']);
  });

  it('are one version where they are learned again, and stay where a person put it', async () => {
    await models.add('a', learnedTrends());
    await models.add('a', learnedTrends({ week: 1, replaces: await versionAt(1) }));
    await service.switch(GROUP, { type: 'roll-back' });
    expect([await models.add('a', learnedTrends({ week: 1, madeMs: 5 })), await models.add('a', learnedTrends({ madeMs: 6, goesLive: false }))]).toEqual([{ number: 2, wentLive: false }, { number: 1, wentLive: false }]);
    expect(await places()).toEqual(['2 rejected', '1 active']);
  });

  it('go live at the next time where the process ended before', async () => {
    await models.add('a', learnedTrends());
    const dying = createTrendModels({ models: registry.models, service: { ...service, switch: () => Promise.reject(new Error('the process ends')) } });
    const next = learnedTrends({ week: 1, replaces: await versionAt(1) });
    await expect(dying.add('a', next)).rejects.toThrow('the process ends');
    expect([await places(), (await models.live('a'))?.fit.fittedToWeek]).toEqual([['2 candidate', '1 active'], 0]);
    expect(await models.add('a', next)).toEqual({ number: 2, wentLive: true });
    expect([await places(), (await models.live('a'))?.fit.fittedToWeek]).toEqual([['2 active', '1 retired'], 1]);
  });

  it('are told of once where the live one cannot be read, and still have its number', async () => {
    await models.add('a', learnedTrends());
    const told: string[] = [];
    const gone = createTrendModels({ models: registry.models, service: { ...service, readFile: async () => undefined }, unusable: (tenantId, version) => void told.push(`${tenantId} ${version}`) });
    expect([await gone.live('a'), await gone.live('a'), await gone.liveNumber('a')]).toEqual([undefined, undefined, 1]);
    expect(told).toEqual([`a ${await versionAt(1)}`]);
  });

  it('are none at all where they hold what is no number', async () => {
    await expect(models.add('a', learnedTrends({ week: Number.NaN }))).rejects.toThrow('unreadable-files');
    expect(await models.list('a')).toEqual([]);
  });
});

describeTrendModels('memory', async () => createMemoryModels());

describe.each(TEST_DATABASES)('$name', ({ name, open }) => {
  let database: Database;
  beforeAll(async () => { database = await open(); }, 60_000);
  afterAll(() => database.close());
  describeTrendModels(name, async () => {
    await database.query.deleteFrom('model_version').execute();
    return { models: createDatabaseModels(database), files: createDatabaseModelFiles(database) };
  });
});
