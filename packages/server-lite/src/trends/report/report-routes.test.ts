import { Problem, TrendAccuracyReport, type TrendPredictions, TrendWeeks } from '@vua/models/contracts';
import { mondayOf, weekOfMs } from '@vua/models/trend';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { Check } from 'typebox/value';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission } from '../../http/access.ts';
import { createMemoryModels } from '../../registry/index.ts';
import { openMemoryApp } from '../../testing/memory-app.ts';
import { openTrendModels } from '../../testing/open-trend-models.ts';
import { createMemoryForecasts } from '../forecasts/memory-forecasts.ts';
import type { IssuedForecast } from '../forecasts/issued-forecast.ts';
import { learnedTrends } from '../testing/learned-trends.ts';
import { madeCsv } from '../testing/made-history.ts';

const NOW_MS = Date.UTC(2026, 10, 25);
const THIS_WEEK = weekOfMs(NOW_MS);
const WEEKS = 120;

let app: FastifyInstance;
let nowMs: number;
let permissions: readonly Permission[];
/** Each test has a shop of its own. */
let shop: string;
let shops = 0;
const [registry, forecasts] = [createMemoryModels(), createMemoryForecasts()];
const models = openTrendModels(registry);

beforeAll(async () => {
  const guard = {
    authenticator: { findSite: async () => undefined, findBearer: async (tenantId: string) => ({ kind: 'key', tenantId, id: 'k1', permissions: new Set(permissions) }) as const },
    limiter: { take: async () => ({ status: 'taken' }) as const },
  };
  app = await openMemoryApp({ models: registry.models, modelFiles: registry.files, trendForecasts: forecasts }, { guard, clock: () => nowMs });
});
afterAll(() => app.close());
beforeEach(() => { [nowMs, permissions, shop] = [NOW_MS, PERMISSIONS, `shop-${shops += 1}`]; });

const ask = (method: 'GET' | 'POST', url: string, rest: { readonly payload?: string | object; readonly type?: string; readonly tenantId?: string } = {}): Promise<LightMyRequestResponse> => {
  const { payload, type = 'application/json', tenantId = shop } = rest;
  return app.inject({ method, url: `/v1/trends/${url}`, headers: { authorization: `Bearer ${tenantId}`, ...(payload !== undefined && { 'content-type': type }) }, ...(payload !== undefined && { payload }) });
};
const upload = (): Promise<LightMyRequestResponse> => ask('POST', 'history', { payload: madeCsv([{ tag: 'linen', phaseWeeks: 29, growth: 0 }, { tag: 'denim', phaseWeeks: 3, growth: 0 }], THIS_WEEK - WEEKS, WEEKS), type: 'text/csv' });
const keepFit = async (week: number): Promise<unknown> => models.add(shop, learnedTrends({ week, replaces: (await models.live(shop))?.version ?? null, madeMs: nowMs, reason: 'weekly', report: { series: 2, judged: 8, maeNew: 0.1, maeLive: null, maeBaseline: 0.3 } }));
const issued = (weeksAgo: number, rest: Partial<IssuedForecast> = {}): IssuedForecast => ({
  source: 'csv', tag: 'linen', originWeek: THIS_WEEK - weeksAgo, version: 1, change: 0.2, baseline: 0.4, interval80: [0.1, 0.3], interval95: [0, 0.4], class: 'rising', typicalMiss: 0.1, historyWeeks: 100, actual: null, ...rest,
});

describe('GET /v1/trends/accuracy', () => {
  it('sets what was forecast against what came true, beside seasonal naive, overall, by source and by week', async () => {
    await upload();
    await forecasts.add(shop, [issued(20, { actual: 0.25 }), issued(20, { source: 'instagram', actual: 0.05 }), issued(17, { class: 'uncertain', actual: 0.5 }), issued(1), issued(100, { actual: 9 })]);
    const response = await ask('GET', 'accuracy');
    expect([response.statusCode, Check(TrendAccuracyReport, response.json())]).toEqual([200, true]);
    const { overall, sources, weeks } = response.json<TrendAccuracyReport>();
    // Missed by 0.05, 0.15 and 0.3; naive by 0.15, 0.35 and 0.1. Of two calls one was right.
    expect(overall).toMatchObject({ judged: 3, mae: expect.closeTo(0.5 / 3) as number, maeBaseline: expect.closeTo(0.2) as number, precision: 0.5, called: expect.closeTo(2 / 3) as number, within80: expect.closeTo(1 / 3) as number, within95: expect.closeTo(2 / 3) as number });
    expect(sources.map(({ source, judged, mae }) => [source, judged, mae])).toEqual([['csv', 2, expect.closeTo(0.175)], ['instagram', 1, expect.closeTo(0.15)]]);
    expect(weeks).toMatchObject([{ week: mondayOf(THIS_WEEK - 20), judged: 2, mae: expect.closeTo(0.1) as number }, { week: mondayOf(THIS_WEEK - 17), judged: 1 }]);
  });

  it('tells nothing where nothing was judged, and nothing of another shop', async () => {
    await upload();
    await keepFit(1);
    await forecasts.add(shop, [issued(20, { actual: 0.25 })]);
    expect((await ask('GET', 'accuracy', { tenantId: 'other' })).json()).toEqual({ overall: { judged: 0, mae: null, maeBaseline: null, precision: null, called: null, within80: null, within95: null }, sources: [], weeks: [], fits: [] });
  });
});

describe('GET /v1/trends/weeks', () => {
  it('gives the weeks that were seen of a tag, and what was forecast of it there', async () => {
    await upload();
    await forecasts.add(shop, [issued(20, { actual: 0.25 }), issued(1), issued(1, { source: 'instagram' }), issued(1, { tag: 'denim' })]);
    const response = await ask('GET', 'weeks?tag=%23Linen');
    const { source, weeks, forecasts: told } = response.json<TrendWeeks>();
    expect([response.statusCode, Check(TrendWeeks, response.json()), source]).toEqual([200, true, 'csv']);
    expect([weeks.length, weeks[0]?.week, weeks.at(-1)?.week]).toEqual([WEEKS, mondayOf(THIS_WEEK - WEEKS), mondayOf(THIS_WEEK - 1)]);
    expect(told).toEqual([20, 1].map((weeksAgo) => ({ week: mondayOf(THIS_WEEK - weeksAgo), version: 1, change: 0.2, low80: 0.1, high80: 0.3, class: 'rising', actual: weeksAgo === 20 ? 0.25 : null })));
  });

  it.each([['weeks?tag=tweed', 404], ['weeks', 400], ['weeks?tag=linen&source=elsewhere', 400]])('has no answer to %s', async (url, status) => {
    await upload();
    const response = await ask('GET', url);
    expect([response.statusCode, Check(Problem, response.json())]).toEqual([status, true]);
  });
});

describe('going back to an earlier forecast', () => {
  const activate = (version: string, tenantId = shop): Promise<LightMyRequestResponse> => app.inject({ method: 'POST', url: `/v1/models/trend/${version}/activate`, headers: { authorization: `Bearer ${tenantId}` } });
  const versions = async (): Promise<TrendAccuracyReport['fits']> => (await ask('GET', 'accuracy')).json<TrendAccuracyReport>().fits;

  it('is that of every model: questions are answered by it from then on', async () => {
    await upload();
    await keepFit(1);
    await keepFit(2);
    const number = async (): Promise<number> => (await ask('POST', 'predict', { payload: { tags: ['linen'] } })).json<TrendPredictions>().modelVersion;
    expect(await number()).toBe(2);
    const [, first] = await versions();
    expect((await activate(first?.version ?? '')).statusCode).toBe(200);
    nowMs += 5000;
    expect(await number()).toBe(1);
    expect((await versions()).map((fit) => `${fit.number} ${fit.status} ${fit.reason}`)).toEqual(['2 retired weekly', '1 active weekly']);
    expect((await versions())[0]).toEqual({ number: 2, version: expect.stringMatching(/^[0-9a-f]{12}$/) as string, madeMs: NOW_MS, status: 'retired', reason: 'weekly', report: { series: 2, judged: 8, maeNew: 0.1, maeLive: null, maeBaseline: 0.3 } });
  });

  it('is for who may manage models, and for the own shop', async () => {
    await keepFit(1);
    await keepFit(2);
    const earlier = (await versions())[1]?.version ?? '';
    expect((await activate(earlier, 'other')).statusCode).toBe(404);
    permissions = ['insights:read'];
    expect((await activate(earlier)).statusCode).toBe(403);
    expect((await versions()).map(({ status }) => status)).toEqual(['active', 'retired']);
  });
});

it('no device loads a forecast', async () => {
  await keepFit(1);
  const [live] = (await ask('GET', 'accuracy')).json<TrendAccuracyReport>().fits;
  for (const path of ['active', `${live?.version}/files/fit.json`]) expect((await app.inject(`/v1/models/trend/${path}`)).statusCode).toBe(400);
});
