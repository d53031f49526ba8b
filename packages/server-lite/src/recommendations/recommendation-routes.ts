import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem, RecommendationReport, RecommendationRules, RecommendationTables, Recommendations, SiteKey, VectorAnswer, VectorQuery } from '@vua/models/contracts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import { problemOf } from '../http/problem.ts';
import { sendProblem } from '../http/send-problem.ts';
import { RecommendationQuery, readQuestion } from './read-question.ts';
import type { RecommendationService } from './recommendation-service.ts';
import { ReportQuery, readReportRange } from './report/read-report-range.ts';
import type { MakeReport } from './report/recommendation-report.ts';

export interface RecommendationRoutesDeps {
  readonly recommendations: RecommendationService;
  readonly report: MakeReport;
  /** UTC milliseconds. */
  readonly clock: () => number;
}

const closed = { additionalProperties: false };
const SiteQuery = Type.Object({ site: Type.Optional(SiteKey) }, closed);
const NoQuery = Type.Object({}, closed);
const REFUSALS = { 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem };
const TAKEN = { ...REFUSALS, 413: Problem, 415: Problem };

// 128 characters an id.
const [VECTOR_LIMIT_BYTES, RULES_LIMIT_BYTES] = [64 * 1024, 1024 * 1024];
const ANSWER_SECONDS = 60;
const TABLE_SECONDS = 300;

/** What depends on the page's origin says so in `Vary`; what a program asked for is its own. */
const cacheFor = ({ caller }: FastifyRequest, seconds: number): string => `${caller?.kind === 'site' ? 'public' : 'private'}, max-age=${seconds}`;

type TypedApp = Parameters<FastifyPluginAsyncTypebox>[0];

const forPages = { access: { kind: 'site', orPermission: 'insights:read' } } as const;
const forRules = { access: { kind: 'permission', permission: 'catalog:write' } } as const;
const tags = ['recommendations'];

/** What a page or a program shows next. Pages ask with their site key, programs with a key that may read insights. */
export const recommendationRoutes = (deps: RecommendationRoutesDeps): FastifyPluginAsyncTypebox => async (app) => {
  addPageRoutes(app, deps);
  addRuleRoutes(app, deps);
  addReportRoute(app, deps);
};

function addPageRoutes(app: TypedApp, { recommendations }: RecommendationRoutesDeps): void {
  app.get('/v1/recommendations', {
    config: forPages, schema: { summary: 'Recommendations with their reasons', tags, querystring: RecommendationQuery, response: { 200: Recommendations, ...REFUSALS } },
  }, async (request, reply) => {
    const question = readQuestion(request.query);
    if (question === undefined) return sendProblem(reply, problemOf('invalid-request', [{ at: '/querystring/leastMinor', rule: 'before-mostMinor' }]));
    return reply.header('cache-control', cacheFor(request, ANSWER_SECONDS)).send(await recommendations.recommend(tenantOf(request), question));
  });

  app.post('/v1/recommendations/by-vector', {
    bodyLimit: VECTOR_LIMIT_BYTES, config: forPages,
    schema: { summary: 'The items that a session\'s vector points at', tags, querystring: SiteQuery, body: VectorQuery, response: { 200: VectorAnswer, 404: Problem, ...TAKEN } },
  }, async (request, reply) => {
    const outcome = await recommendations.byVector(tenantOf(request), request.body);
    if (outcome.status === 'unknown-model') return sendProblem(reply, problemOf('unknown-model'));
    if (outcome.status === 'other-width') return sendProblem(reply, problemOf('invalid-request', [{ at: '/body/vector', rule: 'width' }]));
    return reply.header('cache-control', 'no-store').send(outcome.answer);
  });

  app.get('/v1/recommendations/tables', {
    config: forPages, schema: { summary: 'Counts from which a device recommends by itself', tags, querystring: SiteQuery, response: { 200: RecommendationTables, 404: Problem, ...REFUSALS } },
  }, async (request, reply) => {
    const json: unknown = await recommendations.tables(tenantOf(request));
    if (json === undefined) return sendProblem(reply, problemOf('too-many-items'));
    // Passed on as text: written once for all who ask.
    return reply.header('cache-control', cacheFor(request, TABLE_SECONDS)).type('application/json; charset=utf-8').send(json as RecommendationTables);
  });
}

/** What the merchant decides. */
function addRuleRoutes(app: TypedApp, { recommendations }: RecommendationRoutesDeps): void {
  app.get('/v1/recommendations/rules', {
    config: forRules, schema: { summary: 'Pins and exclusions of the shop', tags, querystring: NoQuery, response: { 200: RecommendationRules, ...REFUSALS } },
  }, async (request, reply) => reply.header('cache-control', 'no-store').send(await recommendations.rules(tenantOf(request))));

  app.put('/v1/recommendations/rules', {
    bodyLimit: RULES_LIMIT_BYTES, config: forRules,
    schema: { summary: 'Replace the pins and exclusions of the shop', tags, querystring: NoQuery, body: RecommendationRules, response: { 200: RecommendationRules, ...TAKEN } },
  }, async (request, reply) => {
    await recommendations.saveRules(tenantOf(request), request.body);
    return reply.header('cache-control', 'no-store').send(request.body);
  });
}

function addReportRoute(app: TypedApp, { report, clock }: RecommendationRoutesDeps): void {
  app.get('/v1/insights/recommendations', {
    config: { access: { kind: 'permission', permission: 'insights:read' } },
    schema: { summary: 'What recommendations led to, by kind, strategy and model', tags, querystring: ReportQuery, response: { 200: RecommendationReport, ...REFUSALS } },
  }, async (request, reply) => {
    const range = readReportRange(request.query, clock());
    if (range === undefined) return sendProblem(reply, problemOf('invalid-request', [{ at: '/querystring/from', rule: 'at-most-92-days-before-to' }]));
    return reply.header('cache-control', 'no-store').send(await report(tenantOf(request), range));
  });
}
