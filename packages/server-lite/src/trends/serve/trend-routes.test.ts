import { HashtagScores, Problem, TrendAttributes, TrendHistoryReceipt, TrendPredictions, TrendTop, type TrendAnswer } from '@vua/models/contracts';
import { TREND_VOCABULARY, fitTrends, mondayOf, weekOfMs } from '@vua/models/trend';
import { fastify, type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { Check } from 'typebox/value';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEtags } from '../../http/etag.ts';
import { handleErrors } from '../../http/handle-errors.ts';
import { openTrendModels } from '../../testing/open-trend-models.ts';
import { historyRoutes } from '../history/history-routes.ts';
import { learnedTrends } from '../testing/learned-trends.ts';
import { type MadeTag, madeCsv } from '../testing/made-history.ts';
import { createMemoryWeeks } from '../weeks/memory-weeks.ts';
import { attributeRoutes } from './attribute-routes.ts';
import { toSourceSeries } from './source-series.ts';
import { trendRoutes } from './trend-routes.ts';
import { createTrendService } from './trend-service.ts';
import { createTrendViews } from './trend-views.ts';

const NOW_MS = Date.UTC(2026, 10, 25);
const THIS_WEEK = weekOfMs(NOW_MS);
const WEEKS = 208;
const TAGS: readonly MadeTag[] = [
  ...Array.from({ length: 12 }, (_, k): MadeTag => ({ tag: `tag ${k}`, phaseWeeks: 4 * k, growth: 0 })),
  { tag: '#Áo Dài', phaseWeeks: 3, growth: 0 }, { tag: 'linen', phaseWeeks: 29, growth: 0 },
];

let app: FastifyInstance;
let nowMs: number;
let answered: string[];
let stores: { readonly weeks: ReturnType<typeof createMemoryWeeks>; readonly models: ReturnType<typeof openTrendModels> };

/** The routes of history alone. */
async function openHistory(save: (tenantId: string) => Promise<void>): Promise<FastifyInstance> {
  const one = fastify();
  handleErrors(one);
  one.decorateRequest('caller');
  one.addHook('onRequest', async (request) => { request.caller = { kind: 'site', tenantId: String(request.headers['x-tenant']), siteKey: '' }; });
  await one.register(historyRoutes({ weeks: { ...createMemoryWeeks(), save }, listTags: async () => [], changed: () => undefined, now: () => nowMs }));
  return one;
}

beforeEach(async () => {
  [nowMs, answered, stores] = [NOW_MS, [], { weeks: createMemoryWeeks(), models: openTrendModels() }];
  app = fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  handleErrors(app);
  addEtags(app);
  app.decorateRequest('caller');
  // Stands for the guard.
  app.addHook('onRequest', async (request) => { request.caller = { kind: 'site', tenantId: String(request.headers['x-tenant'] ?? 'shop'), siteKey: '' }; });
  const views = createTrendViews({ ...stores, now: () => nowMs });
  await app.register(trendRoutes(createTrendService({ views, answered: (from) => answered.push(from) })));
  await app.register(attributeRoutes(async () => TREND_VOCABULARY));
  await app.register(historyRoutes({ weeks: stores.weeks, listTags: async (tenantId) => (await views.of(tenantId)).tags, changed: (tenantId) => views.changed(tenantId), now: () => nowMs }));
});
afterEach(() => app.close());

const upload = (payload: string | Buffer, query = ''): Promise<LightMyRequestResponse> => app.inject({ method: 'POST', url: `/v1/trends/history${query}`, payload, headers: { 'content-type': 'text/csv' } });
const history = (tags: readonly MadeTag[] = TAGS, weeks = WEEKS): string => madeCsv(tags, THIS_WEEK - weeks, weeks);
const ask = (payload: object, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => app.inject({ method: 'POST', url: '/v1/trends/predict', payload, headers });
const answersTo = async (payload: object): Promise<readonly TrendAnswer[]> => (await ask(payload)).json<TrendPredictions>().tags;
async function learn(): Promise<void> {
  const series = toSourceSeries(await stores.weeks.list('shop', {}), THIS_WEEK).map((one) => one.series);
  await stores.models.add('shop', learnedTrends({ fit: fitTrends(series) }));
}

describe('POST /v1/trends/history', () => {
  it('keeps every week, and says what it took', async () => {
    const response = await upload(history());
    expect(response.statusCode).toBe(200);
    expect(Check(TrendHistoryReceipt, response.json())).toBe(true);
    expect(response.json()).toEqual({ tags: TAGS.length, weeks: TAGS.length * WEEKS, fromWeek: mondayOf(THIS_WEEK - WEEKS), toWeek: mondayOf(THIS_WEEK - 1) });
    expect((await stores.weeks.list('shop', { tags: ['áo dài'] })).length).toBe(WEEKS);
    expect(await stores.weeks.list('other', {})).toEqual([]);
  });

  it('is seen by the very next question', async () => {
    expect((await ask({ tags: ['linen'] })).json()).toMatchObject({ tags: [{ status: 'unknown' }] });
    await upload(history());
    expect((await ask({ tags: ['linen'] })).json()).toMatchObject({ tags: [{ status: 'forecast' }] });
  });

  it('is the history of the source that is named', async () => {
    await upload('week,linen\n2020-01-06,4\n', '?source=pinterest');
    expect(await stores.weeks.list('shop', { source: 'pinterest' })).toMatchObject([{ tag: 'linen', value: 4 }]);
  });

  it.each([
    ['week,a\n2020-13-01,1\n', '/line/2', 'wrong-date'],
    ['week,a\n2020-01-06,1\n2020-01-07,2\n', '/line/3', 'duplicate-week'],
    ['week,a\n2020-01-06,1\n2020-01-14,2\n', '/line/3', 'other-weekday'],
    ['week,a,b\n2020-01-06,1,-2\n', '/line/2/column/3', 'negative'],
    ['week,a\n2020-01-06,much\n', '/line/2/column/2', 'not-a-number'],
    ['week,a,#A\n2020-01-06,1,2\n', '/line/1/column/3', 'duplicate-name'],
    ['week,#\n2020-01-06,1\n', '/line/1/column/2', 'tag-empty'],
    [`week,${'x'.repeat(65)}\n2020-01-06,1\n`, '/line/1/column/2', 'tag-too-long'],
    ['week,a\0b\n2020-01-06,1\n', '/line/1/column/2', 'tag-characters'],
    ['week,a,# # A\n2020-01-06,1,2\n', '/line/1/column/3', 'duplicate-name'],
    ['week,a\n2020-01-06,1e308\n', '/line/2/column/2', 'too-large'],
    ['week,a\n2020-01-06,5e-324\n', '/line/2/column/2', 'too-small'],
    ['week,a\n0001-01-01,1\n', '/line/2', 'too-old'],
    ['week,a\n2062-11-20,1\n', '/line/2', 'in-the-future'],
    [`week${',a'.repeat(100_000)}\n2020-01-06,1\n`, '/line/1', 'too-many-series'],
  ])('refuses %j as a whole, and says where', async (file, at, rule) => {
    await upload('week,kept\n2020-01-06,7\n');
    const response = await upload(file);
    expect([response.statusCode, Check(Problem, response.json())]).toEqual([422, true]);
    expect(response.json<Problem>().errors).toContainEqual({ at, rule });
    expect((await stores.weeks.list('shop', {})).map(({ tag }) => tag)).toEqual(['kept']);
  });

  it('takes no more than 2,000 different tags of a shop', async () => {
    const many = (from: number, count: number): string => `week,${Array.from({ length: count }, (_, k) => `t${from + k}`).join(',')}\n2026-11-16${',1'.repeat(count)}\n`;
    expect([(await upload(many(0, 1500))).statusCode, (await upload(many(1000, 1000))).statusCode]).toEqual([200, 200]);
    expect((await upload(many(1999, 2))).json<Problem>().errors).toEqual([{ at: '/line/1', rule: 'too-many-tags' }]);
    expect((await upload(many(1999, 1))).statusCode).toBe(200);
  });

  it('takes no more at once than others can wait for', async () => {
    const file = `week${Array.from({ length: 1501 }, (_, k) => `,t${k}`).join('')}\n${Array.from({ length: 200 }, (_, k) => mondayOf(THIS_WEEK - 200 + k) + ',1'.repeat(1501)).join('\n')}`;
    expect((await upload(file)).json<Problem>().errors).toEqual([{ at: '', rule: 'too-many-cells' }]);
    expect(await stores.weeks.list('shop', {})).toEqual([]);
  });

  it('reads one file of a shop at a time, and two in all', async () => {
    const { promise: saved, resolve: save } = Promise.withResolvers<void>();
    const begun: string[] = [];
    const slow = await openHistory(async (tenantId) => {
      begun.push(tenantId);
      await saved;
    });
    const send = (tenant: string): Promise<LightMyRequestResponse> => slow.inject({ method: 'POST', url: '/v1/trends/history', payload: 'week,a\n2026-11-16,1\n', headers: { 'content-type': 'text/csv', 'x-tenant': tenant } });
    const first = [send('a'), send('b')];
    await expect.poll(() => begun).toHaveLength(2);
    for (const refused of [await send('a'), await send('c')]) expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
    save();
    expect((await Promise.all(first)).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await send('a')).statusCode).toBe(200);
    await slow.close();
  });

  it('refuses what is no text, or of another type', async () => {
    expect((await upload(Buffer.from([0xff, 0xfe, 0x00]))).statusCode).toBe(422);
    expect((await app.inject({ method: 'POST', url: '/v1/trends/history', payload: { a: 1 } })).statusCode).toBe(415);
  });
});

describe('POST /v1/trends/predict', () => {
  it('forecasts with intervals, class, path, quality and reasons', async () => {
    await upload(history());
    await learn();
    const response = await ask({ tags: ['áo dài', 'Linen'], horizonWeeks: 20 });
    expect([response.statusCode, response.headers['cache-control'], response.headers['content-type']]).toEqual([200, 'private, max-age=300', 'application/json; charset=utf-8']);
    const predictions = response.json<TrendPredictions>();
    expect(Check(TrendPredictions, predictions)).toBe(true);
    expect(predictions).toMatchObject({ modelVersion: 1, horizonWeeks: 20 });
    // The made seasons: one has its top in 13 weeks, the other just had it.
    for (const answer of predictions.tags) {
      if (answer.status !== 'forecast') throw new Error(answer.status);
      expect(answer.path.map(({ week }) => week)).toEqual(Array.from({ length: 20 }, (_, h) => mondayOf(THIS_WEEK + h)));
      expect(answer).toMatchObject({ asOfWeek: mondayOf(THIS_WEEK - 1), quality: { historyWeeks: WEEKS, ageWeeks: 0, confidence: 'normal', season: 'own' } });
      expect(answer.change.interval95.low).toBeLessThanOrEqual(answer.change.interval80.low);
      expect(answer.change.probability).toBe(Math.max(...Object.values(answer.change.probabilities)));
    }
    expect(predictions.tags.map((answer) => answer.status === 'forecast' && answer.change.class)).toEqual(['rising', 'falling']);
    expect(predictions.tags.map((answer) => answer.status === 'forecast' && answer.trendScore > 50)).toEqual([true, false]);
    expect(predictions.tags[0]).toMatchObject({ why: { similarTags: expect.arrayContaining(['tag 0', 'tag 1']) as unknown } });
  });

  it('answers before the first fit, and says so', async () => {
    await upload(history());
    expect((await ask({ tags: ['linen'] })).json()).toMatchObject({ modelVersion: 0, tags: [{ status: 'forecast' }] });
  });

  it('names known tags that are written alike for one that it does not know', async () => {
    await upload(history());
    expect(await answersTo({ tags: ['ao dai', 'zzzz'] })).toEqual([{ status: 'unknown', tag: 'ao dai', nearest: ['áo dài'] }, { status: 'unknown', tag: 'zzzz', nearest: [] }]);
  });

  it('says what it cannot tell, and how little it knows', async () => {
    await upload(madeCsv([{ tag: 'short', phaseWeeks: 0, growth: 0 }], THIS_WEEK - 3, 3));
    await upload(madeCsv([{ tag: 'young', phaseWeeks: 0, growth: 0 }], THIS_WEEK - 20, 20));
    await upload(`week,gone\n${Array.from({ length: 60 }, (_, k) => `${mondayOf(THIS_WEEK - 60 + k)},${k < 40 ? 5 : 0}`).join('\n')}\n`);
    await upload(madeCsv([{ tag: 'old', phaseWeeks: 0, growth: 0 }], THIS_WEEK - 100, 60));
    expect(await answersTo({ tags: ['short', 'young', 'gone', 'old'] })).toMatchObject([
      { status: 'too-short' }, { status: 'forecast', quality: { confidence: 'low', season: 'borrowed' } }, { status: 'no-base' }, { status: 'forecast', quality: { ageWeeks: 40 } },
    ]);
  });

  it('leaves out the week that is not over', async () => {
    await upload(`week,linen\n${Array.from({ length: 30 }, (_, k) => `${mondayOf(THIS_WEEK - 29 + k)},${k === 29 ? 0 : 5}`).join('\n')}\n`);
    expect(await answersTo({ tags: ['linen'] })).toMatchObject([{ asOfWeek: mondayOf(THIS_WEEK - 1) }]);
  });

  it('takes the source that was seen last, or the one that is asked for', async () => {
    await upload(madeCsv([{ tag: 'linen', phaseWeeks: 0, growth: 0 }], THIS_WEEK - 100, 90));
    await upload(madeCsv([{ tag: 'linen', phaseWeeks: 0, growth: 0 }], THIS_WEEK - 30, 30), '?source=instagram');
    expect(await answersTo({ tags: ['linen'] })).toMatchObject([{ source: 'instagram' }]);
    expect(await answersTo({ tags: ['linen'], source: 'csv' })).toMatchObject([{ source: 'csv' }]);
    expect(await answersTo({ tags: ['linen'], source: 'shop' })).toMatchObject([{ status: 'unknown' }]);
  });

  it.each([10_000, -10_000])('computes the same question once, until more is known, also where the clock moved by %d ms', async (movedMs) => {
    await upload(history());
    const first = await ask({ tags: ['linen'] });
    expect([(await ask({ tags: ['linen'] })).body, answered]).toEqual([first.body, ['computed', 'cache']]);
    await learn();
    // Another process may have changed it: that is asked now and then.
    nowMs += movedMs;
    expect((await ask({ tags: ['linen'] })).json()).toMatchObject({ modelVersion: 1 });
    expect(answered).toEqual(['computed', 'cache', 'computed']);
  });

  it('answers by the prior where the live version cannot be read, and reads it once', async () => {
    await upload(history());
    await learn();
    let reads = 0;
    const models = { ...stores.models, live: async () => { reads += 1; return undefined; } };
    const views = createTrendViews({ weeks: stores.weeks, models, now: () => nowMs });
    const first = await views.of('shop');
    nowMs += 10_000;
    await views.of('shop');
    expect([first.version, await views.of('shop') === first, reads]).toEqual([0, true, 1]);
  });

  it('has a number for every week of the largest and the least values', async () => {
    const values = ['1e12', '1e-9', '1e12,1e-9', '0,1e-9,1e12'].map((text) => text.split(','));
    await upload(`week,a,b,c,d\n${Array.from({ length: 120 }, (_, k) => [mondayOf(THIS_WEEK - 120 + k), ...values.map((cycle) => cycle[k % cycle.length])].join(',')).join('\n')}\n`);
    const response = await ask({ tags: ['a', 'b', 'c', 'd'], horizonWeeks: 52 });
    expect(Check(TrendPredictions, response.json())).toBe(true);
    expect((await app.inject({ method: 'POST', url: '/predict', payload: { hashtags: ['a', 'b', 'c', 'd'] } })).statusCode).toBe(200);
  });

  it('keeps no more answers than there is room for', async () => {
    await upload(history());
    const small = createTrendService({ views: createTrendViews({ ...stores, now: () => nowMs }), answered: (from) => answered.push(from), cachedLetters: 30_000 });
    for (const tag of ['linen', 'tag 1', 'tag 2', 'tag 3', 'linen', 'tag 3']) await small.predict('shop', { tags: [tag], horizonWeeks: 52 });
    expect(answered).toEqual(['computed', 'computed', 'computed', 'computed', 'computed', 'cache']);
  });

  it('keeps shops apart', async () => {
    await upload(history());
    expect((await ask({ tags: ['linen'] }, { 'x-tenant': 'other' })).json()).toMatchObject({ tags: [{ status: 'unknown', nearest: [] }] });
  });

  it.each([{}, { tags: [] }, { tags: Array(51).fill('a') }, { tags: ['a'], horizonWeeks: 53 }, { tags: ['a'], horizonWeeks: 0 }, { tags: [''] }, { tags: ['a'], more: 1 }, { tags: ['a'], source: 'elsewhere' }])('refuses %j', async (body) => {
    const response = await ask(body);
    expect([response.statusCode, Check(Problem, response.json())]).toEqual([400, true]);
  });
});

describe('GET /v1/trends/attributes', () => {
  it('has the words for tags of attributes', async () => {
    const response = await app.inject('/v1/trends/attributes');
    const { attributes } = response.json<TrendAttributes>();
    expect([response.statusCode, response.headers['cache-control'], Check(TrendAttributes, { attributes })]).toEqual([200, 'private, no-cache', true]);
    expect(attributes).toContainEqual({ id: 'colour:beige', kind: 'colour', label: { vi: 'be', en: 'beige' } });
    expect((await app.inject({ url: '/v1/trends/attributes', headers: { 'if-none-match': response.headers.etag ?? '' } })).statusCode).toBe(304);
  });
});

describe('POST /predict', () => {
  it('gives a score for all and for each', async () => {
    await upload(history());
    await learn();
    const response = await app.inject({ method: 'POST', url: '/predict', payload: { hashtags: ['#ÁoDài', '#Áo Dài', '#linen'] } });
    const scores = response.json<HashtagScores>();
    expect([response.statusCode, Check(HashtagScores, scores)]).toEqual([200, true]);
    expect(scores.hashtags).toMatchObject([{ hashtag: '#ÁoDài', status: 'unknown', trend_score: null }, { hashtag: '#Áo Dài', class: 'rising' }, { hashtag: '#linen', class: 'falling' }]);
    const [, one, other] = scores.hashtags.map(({ trend_score: score }) => score ?? 0) as [number, number, number];
    expect(scores.trend_score).toBe(Math.round((one + other) / 2));
  });

  it('has no score where nothing is known', async () => {
    expect((await app.inject({ method: 'POST', url: '/predict', payload: { hashtags: ['#linen'] } })).json()).toMatchObject({ trend_score: null });
  });
});

describe('GET /v1/trends/top', () => {
  const top = async (query: string): Promise<TrendTop> => (await app.inject({ url: `/v1/trends/top${query}` })).json<TrendTop>();

  it('lists what rises and what falls, the most first', async () => {
    await upload(history());
    await learn();
    const [rising, falling] = [await top('?class=rising'), await top('?class=falling&limit=3')];
    expect([Check(TrendTop, rising), Check(TrendTop, falling)]).toEqual([true, true]);
    expect(rising.tags.map(({ tag }) => tag)).toContain('áo dài');
    expect(falling.tags).toHaveLength(3);
    expect(rising.tags.map(({ change }) => change.value)).toEqual(rising.tags.map(({ change }) => change.value).sort((a, b) => b - a));
    expect(falling.tags.map(({ change }) => change.value)).toEqual(falling.tags.map(({ change }) => change.value).sort((a, b) => a - b));
    expect(new Set([...rising.tags, ...falling.tags].map(({ change }) => change.class))).toEqual(new Set(['rising', 'falling']));
  });

  it('need not be sent twice', async () => {
    await upload(history());
    const first = await app.inject({ url: '/v1/trends/top' });
    const again = await app.inject({ url: '/v1/trends/top', headers: { 'if-none-match': String(first.headers.etag) } });
    expect([first.headers['cache-control'], again.statusCode, again.body]).toEqual(['private, max-age=300', 304, '']);
  });

  it.each(['?class=sideways', '?limit=0', '?limit=101', '?more=1'])('refuses %s', async (query) => {
    expect((await app.inject({ url: `/v1/trends/top${query}` })).statusCode).toBe(400);
  });
});
