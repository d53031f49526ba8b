import { RecommendationTables, type Recommendations, type VectorAnswer } from '@vua/models/contracts';
import type { OpenedModel } from '@vua/models/sequence';
import { readTables, type RecommendableItem } from '@vua/models/recommend';
import { fastify, type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { Check } from 'typebox/value';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEtags } from '../http/etag.ts';
import { handleErrors } from '../http/handle-errors.ts';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { SAMPLE_NOW_MS } from '../storage/testing/sample-event.ts';
import { createMemoryRules } from './memory-rules.ts';
import { recommendationRoutes } from './recommendation-routes.ts';
import { createRecommendationService } from './recommendation-service.ts';
import { createReport } from './report/recommendation-report.ts';
import { createShopViews } from './shop-views.ts';
import { drawnModel, garment, purchase, step } from './testing/sample-shop.ts';

const items = Array.from({ length: 30 }, (_, k) => garment(`i${k}`, { garmentType: k % 3 === 0 ? 'jeans' : 'tee', ...(k === 29 ? { sizesInStock: [] } : {}) }));
let app: FastifyInstance;
let model: OpenedModel | undefined;
let catalogs: Readonly<Record<string, readonly RecommendableItem[]>>;
let nowMs: number;
const events = () => opened.events;
let opened: { readonly events: ReturnType<typeof createMemoryEventLog>; readonly views: ReturnType<typeof createShopViews>; readonly failures: unknown[] };

beforeEach(async () => {
  [nowMs, model, catalogs] = [SAMPLE_NOW_MS + 60_000, undefined, { shop: items, other: [garment('theirs')] }];
  const log = createMemoryEventLog(() => nowMs);
  const failures: unknown[] = [];
  const views = createShopViews({ events: log, rules: createMemoryRules(), now: () => nowMs, random: () => 0.3, listItems: async (tenantId) => catalogs[tenantId] ?? [] }, (error) => failures.push(error));
  opened = { events: log, views, failures };
  app = fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  handleErrors(app);
  addEtags(app);
  app.decorateRequest('caller');
  // Stands for the guard.
  app.addHook('onRequest', async (request) => { request.caller = { kind: 'site', tenantId: String(request.headers['x-tenant'] ?? 'shop'), siteKey: '' }; });
  await app.register(recommendationRoutes({ recommendations: createRecommendationService({ views, models: { active: async () => model } }), report: createReport({ events: log, listItems: async (tenantId) => (catalogs[tenantId] ?? []).map(({ id }) => id), listVersions: async () => [] }), clock: () => nowMs }));
});
afterEach(() => app.close());

const get = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => app.inject({ url, headers });
const ask = async (query: string): Promise<Recommendations> => (await get(`/v1/recommendations?${query}`)).json<Recommendations>();
const send = (method: 'POST' | 'PUT', url: string, payload: unknown): Promise<LightMyRequestResponse> => app.inject({ method, url, payload: payload as object });
const idsOf = (answer: Pick<Recommendations, 'items'>): readonly string[] => answer.items.map(({ itemId }) => itemId);
const viewsOfAll = (): readonly ReturnType<typeof step>[] => Array.from({ length: 12 }, (_, k) => ['i3', 'i4', 'i5', 'i6', 'i7'].map((itemId, place) => step(k, itemId, 40 - 5 * place))).flat().map((event) => ({ ...event, tenantId: 'shop' }));

describe('GET /v1/recommendations', () => {
  it('answers before anything is known, and says so', async () => {
    const response = await get('/v1/recommendations?kind=for-you');
    expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'public, max-age=60']);
    expect(response.json()).toMatchObject({ kind: 'for-you', strategy: 'catalog' });
    expect(response.json<Recommendations>().items).toHaveLength(10);
  });

  it('learns from the log, and names the reason', async () => {
    await events().append(viewsOfAll());
    await opened.views.of('shop');
    await opened.views.refresh();
    expect(opened.failures).toEqual([]);
    const answer = await ask('kind=for-you&items=i3');
    expect(answer.strategy).toBe('co-visitation');
    expect(answer.items[0]).toMatchObject({ itemId: 'i4', reason: { type: 'because-viewed', itemId: 'i3' }, badge: 'for-you' });
    expect((await ask('kind=trending&limit=3')).strategy).toBe('trending');
  });

  it('tells no pair that fewer than five shoppers stand behind', async () => {
    await events().append(viewsOfAll().filter(({ anonymousId }) => anonymousId === viewsOfAll()[0]?.anonymousId));
    await opened.views.of('shop');
    await opened.views.refresh();
    expect((await ask('kind=for-you&items=i3')).strategy).toBe('history-attributes');
  });

  it('finds used pieces for second-hand, and tells devices which they are', async () => {
    catalogs = { ...catalogs, shop: [garment('i0'), garment('worn-coat', { garmentType: 'coat', condition: 'used' }), garment('worn-tee', { condition: 'used', sizesInStock: ['M'] }), garment('worn-sold', { condition: 'used', sizesInStock: [] })] };
    expect(await ask('kind=second-hand&items=i0')).toMatchObject({ strategy: 'listings-like-this', items: [{ itemId: 'worn-tee', reason: { type: 'similar-to', itemId: 'i0' }, badge: 'second-hand' }, { itemId: 'worn-coat', reason: { type: 'second-hand' }, badge: 'second-hand' }] });
    expect((await get('/v1/recommendations/tables')).json<RecommendationTables>().used).toEqual([1, 2, 3]);
  });

  it('lets a model speak where there is one, and goes on without it in the same request', async () => {
    model = drawnModel(30);
    expect(await ask('kind=for-you&items=i3,i8&limit=4')).toMatchObject({ strategy: 'sequence-model', modelVersion: 'v1' });
    model = undefined;
    expect(await ask('kind=for-you&items=i3,i8&limit=4')).toMatchObject({ strategy: 'history-attributes' });
  });

  it('has the same answer and ETag until more is known', async () => {
    const [first, again] = [await get('/v1/recommendations?kind=similar&items=i1'), await get('/v1/recommendations?kind=similar&items=i1')];
    expect(again.body).toBe(first.body);
    expect((await get('/v1/recommendations?kind=similar&items=i1', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304);
    await send('PUT', '/v1/recommendations/rules', { pins: [], exclusions: [{ itemId: 'i2' }] });
    const after = await get('/v1/recommendations?kind=similar&items=i1', { 'if-none-match': String(first.headers.etag) });
    expect([after.statusCode, idsOf(after.json()).includes('i2')]).toEqual([200, false]);
  });

  it('keeps to the price, to what is not excluded, bought or sold out, and to the list that is given', async () => {
    expect(await ask('kind=popular-in-size&size=M&leastMinor=300001')).toMatchObject({ strategy: 'none', items: [] });
    expect((await ask('kind=popular-in-size&mostMinor=300000&currency=VND&limit=100')).items).toHaveLength(29);
    expect(idsOf(await ask('kind=rerank&items=i29,i5,gone,i4,i3&exclude=i5&bought=i3'))).toEqual(['i4']);
    expect(idsOf(await ask('kind=recently-seen&items=i1,i2,i1&diversity=0'))).toEqual(['i1', 'i2']);
  });

  it.each([
    '', 'kind=none', 'kind=similar&items=', 'kind=similar&items=,a', 'kind=similar&limit=0', 'kind=similar&limit=101', 'kind=similar&diversity=1.1', 'kind=similar&diversity=-1', 'kind=similar&currency=vnd',
    'kind=similar&leastMinor=2&mostMinor=1', 'kind=similar&leastMinor=1.5', 'kind=similar&x=1', `kind=similar&items=${Array<string>(101).fill('a').join(',')}`, 'kind=similar&kind=rerank', 'kind=for-you&items=a%00b',
  ])('refuses %s with a problem', async (query) => {
    const response = await get(`/v1/recommendations?${query}`);
    expect([response.statusCode, response.headers['content-type'], response.json<{ code: string }>().code]).toEqual([400, 'application/problem+json; charset=utf-8', 'invalid-request']);
  });
});

describe('POST /v1/recommendations/by-vector', () => {
  const query = (changes: object = {}) => ({ modelVersion: 'v1', vector: Array.from({ length: 64 }, (_, k) => ((k * 37) % 129) - 64), limit: 5, ...changes });
  const post = (changes: object = {}) => send('POST', '/v1/recommendations/by-vector', query(changes));

  it('gives exactly the largest products of what is sold, in stock and not excluded', async () => {
    model = drawnModel(40);
    await send('PUT', '/v1/recommendations/rules', { pins: [], exclusions: [{ itemId: 'i7' }, { kind: 'similar', itemId: 'i8' }] });
    const table = model.parameters.items ?? new Float32Array(0);
    const product = (item: number): number => query().vector.reduce((sum, value, k) => sum + (value / 64) * (table[item * 64 + k] ?? 0), 0);
    // A byte a number: the product moves by less than this.
    const wanted = Array.from({ length: 29 }, (_, k) => k).filter((k) => k !== 7 && k !== 2).toSorted((a, b) => product(b) - product(a));
    const response = await post({ exclude: ['i2'], limit: 27 });
    const answer = response.json<VectorAnswer>();
    expect([response.statusCode, answer.modelVersion, response.headers['cache-control']]).toEqual([200, 'v1', 'no-store']);
    expect(idsOf(answer as never).toSorted()).toEqual(wanted.map((k) => `i${k}`).toSorted());
    for (const { itemId, score } of answer.items) expect(score).toBeCloseTo(product(Number(itemId.slice(1))), 0);
    expect(answer.items.map(({ score }) => score)).toEqual(answer.items.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('refuses vectors of another model, another width, or none', async () => {
    expect((await post()).json()).toMatchObject({ status: 404, code: 'unknown-model' });
    model = drawnModel(40);
    expect((await post({ modelVersion: 'v2' })).json()).toMatchObject({ status: 404, code: 'unknown-model' });
    expect((await post({ vector: Array<number>(72).fill(1) })).json()).toMatchObject({ status: 400, errors: [{ at: '/body/vector', rule: 'width' }] });
    for (const vector of [[], [0.5], Array<number>(64).fill(40_000), 'x']) expect((await post({ vector })).statusCode).toBe(400);
    for (const changes of [{ limit: 0 }, { limit: 101 }, { sessionId: 'x' }]) expect((await post(changes)).statusCode).toBe(400);
  });
});

describe('GET /v1/recommendations/tables', () => {
  it('tells what a device needs, under its contract, with an ETag and the rules', async () => {
    await events().append(viewsOfAll());
    await opened.views.of('shop');
    await opened.views.refresh();
    const rules = { pins: [{ kind: 'trending', place: 1, itemId: 'i9' }], exclusions: [] };
    expect((await send('PUT', '/v1/recommendations/rules', rules)).json()).toEqual(rules);
    const response = await get('/v1/recommendations/tables');
    expect([response.statusCode, response.headers['cache-control'], response.headers['content-type']]).toEqual([200, 'public, max-age=300', 'application/json; charset=utf-8']);
    const tables = response.json<RecommendationTables>();
    expect(Check(RecommendationTables, tables)).toBe(true);
    expect([tables.rules, tables.leastShoppers, tables.itemIds.length]).toEqual([rules, 5, 30]);
    expect(readTables(tables).followers('i3').map(({ itemId }) => itemId)).toEqual(['i4', 'i5', 'i6', 'i7']);
    expect((await get('/v1/recommendations/tables', { 'if-none-match': String(response.headers.etag) })).statusCode).toBe(304);
  });

  it('has none of a catalog above 20,000 items', async () => {
    catalogs = { shop: Array.from({ length: 20_001 }, (_, k) => garment(`i${k}`)) };
    expect((await get('/v1/recommendations/tables')).json()).toMatchObject({ status: 404, code: 'too-many-items' });
  });
});

describe('rules, shops and time', () => {
  it('keeps shops apart', async () => {
    await send('PUT', '/v1/recommendations/rules', { pins: [], exclusions: [{ itemId: 'i1' }] });
    expect((await get('/v1/recommendations/rules', { 'x-tenant': 'other' })).json()).toEqual({ pins: [], exclusions: [] });
    expect(idsOf((await get('/v1/recommendations?kind=for-you', { 'x-tenant': 'other' })).json())).toEqual(['theirs']);
  });

  it.each([{}, { pins: [], exclusions: [{ kind: 'x', itemId: 'a' }] }, { pins: [{ kind: 'similar', place: 0, itemId: 'a' }], exclusions: [] }, { pins: [], exclusions: [], more: 1 }])('refuses rules that are none: %j', async (rules) => {
    expect((await send('PUT', '/v1/recommendations/rules', rules)).statusCode).toBe(400);
    expect((await get('/v1/recommendations/rules')).json()).toEqual({ pins: [], exclusions: [] });
  });

  it('is stale while nothing is counted, reads the catalog again after a minute, and goes on when that fails', async () => {
    await opened.views.of('shop');
    expect(opened.views.stalenessMs()).toBe(0);
    nowMs += 30_000;
    expect(opened.views.stalenessMs()).toBe(30_000);
    await opened.views.refresh();
    expect(opened.views.stalenessMs()).toBe(20_000);
    catalogs = { shop: [garment('new')] };
    nowMs += 61_000;
    await opened.views.refresh();
    expect(idsOf(await ask('kind=for-you'))).toEqual(['new']);
    await events().close();
  });

  it('reports what recommendations led to', async () => {
    const data = { placement: 'home', kind: 'similar', strategy: 'similar-items', recommendationId: 'r1' };
    await events().append([
      step(1, 'i1', 30, { type: 'recommendation_show', dataJson: JSON.stringify({ ...data, itemIds: ['i1', 'i2'] }) }), step(1, 'i1', 20, { type: 'recommendation_click', dataJson: JSON.stringify({ ...data, itemId: 'i1', position: 0 }) }),
      purchase(1, [{ itemId: 'i1', price: { amountMinor: 7, currency: 'VND' } }], 10), purchase(2, [{ itemId: 'i2', price: { amountMinor: 5, currency: 'VND' }, recommendationId: 'r1' }], 9),
    ].map((event) => ({ ...event, tenantId: 'shop' })));
    const response = await get('/v1/insights/recommendations?from=2026-11-01');
    expect(response.json()).toMatchObject({ withinDays: 7, rows: [{ kind: 'similar', strategy: 'similar-items', lists: 1, shown: 2, clicked: 1, byId: { bought: 1, revenue: [{ amountMinor: 5, currency: 'VND' }] }, byClick: { bought: 1, revenue: [{ amountMinor: 7, currency: 'VND' }] } }] });
    expect((await get('/v1/insights/recommendations?from=2026-01-01')).statusCode).toBe(400);
  });
});
