import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { HashtagQuestion, HashtagScores, Problem, TrendCall, TrendPredictions, TrendQuestion, TrendSource, TrendTop } from '@vua/models/contracts';
import { Type } from 'typebox';
import { tenantOf } from '../../http/caller-tenant.ts';
import type { TrendService } from './trend-service.ts';

const closed = { additionalProperties: false };
const NoQuery = Type.Object({}, closed);
const TopQuery = Type.Object({
  class: Type.Optional(TrendCall),
  /** 1-100. @default 20 */
  limit: Type.Optional(Type.String({ pattern: '^(?:[1-9]\\d?|100)$' })),
  source: Type.Optional(TrendSource),
}, closed);

const REFUSALS = { 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem };
const TAKEN = { ...REFUSALS, 413: Problem, 415: Problem };
const BODY_LIMIT_BYTES = 16 * 1024;
const ANSWER_SECONDS = 300;
const DEFAULT_LIMIT = 20;
const CACHE_CONTROL = `private, max-age=${ANSWER_SECONDS}`;

const access = { access: { kind: 'permission', permission: 'insights:read' } } as const;
const tags = ['trends'];

/** Forecasts of tags: what will be worn in 13 weeks. */
export const trendRoutes = (trends: TrendService): FastifyPluginAsyncTypebox => async (app) => {
  app.post('/v1/trends/predict', {
    bodyLimit: BODY_LIMIT_BYTES, config: access,
    schema: { summary: 'Forecasts of tags, with intervals, class and reasons', tags, querystring: NoQuery, body: TrendQuestion, response: { 200: TrendPredictions, ...TAKEN } },
  }, async (request, reply) => {
    const json: unknown = await trends.predict(tenantOf(request), request.body);
    // Passed on as text: written once for all who ask the same.
    return reply.header('cache-control', CACHE_CONTROL).type('application/json; charset=utf-8').send(json as TrendPredictions);
  });

  app.post('/predict', {
    bodyLimit: BODY_LIMIT_BYTES, config: access,
    schema: { summary: 'Trend scores of hashtags: the short form of POST /v1/trends/predict', tags, querystring: NoQuery, body: HashtagQuestion, response: { 200: HashtagScores, ...TAKEN } },
  }, async (request, reply) => reply.header('cache-control', CACHE_CONTROL).send(await trends.scores(tenantOf(request), request.body.hashtags)));

  app.get('/v1/trends/top', {
    config: access, schema: { summary: 'Tags that rise, fall or stay, the largest change first', tags, querystring: TopQuery, response: { 200: TrendTop, ...REFUSALS } },
  }, async (request, reply) => {
    const { class: called = 'rising', limit = String(DEFAULT_LIMIT), source } = request.query;
    return reply.header('cache-control', CACHE_CONTROL).send(await trends.top(tenantOf(request), { class: called, limit: Number(limit), ...(source !== undefined && { source }) }));
  });
};
