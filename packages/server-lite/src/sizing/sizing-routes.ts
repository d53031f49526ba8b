import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { MeasurementStatistics, Problem, SiteKey, SizeCurveReport } from '@vua/models/contracts';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import { problemOf } from '../http/problem.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { StatisticsService } from './statistics-service.ts';

const SiteQuery = Type.Object({ site: Type.Optional(SiteKey) }, { additionalProperties: false });
const NoQuery = Type.Object({}, { additionalProperties: false });

/** An answer has at most 200 characters. */
const BODY_LIMIT_BYTES = 1024;

/** Answers come in without an id, a cookie or a kept address; only counts are stored, and reports show none of fewer than 20. */
export const sizingRoutes = (statistics: StatisticsService): FastifyPluginAsyncTypebox => async (app) => {
  app.post('/v1/measurement-statistics', {
    bodyLimit: BODY_LIMIT_BYTES,
    config: { access: { kind: 'site' } },
    schema: {
      summary: 'Rounded or randomized measurements of one body, for statistics', tags: ['sizing'],
      querystring: SiteQuery, body: MeasurementStatistics,
      response: { 204: Type.Null({ description: 'Counted.' }), 400: Problem, 401: Problem, 403: Problem, 413: Problem, 415: Problem, 429: Problem },
    },
  }, async (request, reply) => {
    const outcome = await statistics.count(tenantOf(request), request.body);
    if (outcome.status === 'refused') return sendProblem(reply, problemOf('invalid-request', [{ at: outcome.at, rule: outcome.rule }]));
    return reply.header('cache-control', 'no-store').code(204).send(null);
  });

  app.get('/v1/insights/size-curve', {
    config: { access: { kind: 'permission', permission: 'insights:read' } },
    schema: {
      summary: 'How measurements are spread over the shoppers who agreed', tags: ['sizing'],
      querystring: NoQuery, response: { 200: SizeCurveReport, 400: Problem, 401: Problem, 403: Problem, 429: Problem },
    },
  }, async (request, reply) => reply.header('cache-control', 'no-store').send(await statistics.report(tenantOf(request))));
};
