import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { MeasurementStatistics, Problem, SiteKey, SizeCurveReport } from '@vua/models/contracts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { createAdmission, type AdmissionLimits } from '../http/admission.ts';
import { tenantOf } from '../http/caller-tenant.ts';
import { errorFacts } from '../http/error-facts.ts';
import { problemOf } from '../http/problem.ts';
import { sendLater } from '../http/send-later.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { CountOutcome, StatisticsService } from './statistics-service.ts';

const SiteQuery = Type.Object({ site: Type.Optional(SiteKey) }, { additionalProperties: false });
const NoQuery = Type.Object({}, { additionalProperties: false });

/** An answer has at most 200 characters. */
const BODY_LIMIT_BYTES = 1024;
// One answer each; a body is measured seldom.
const ADMISSION_LIMITS: AdmissionLimits = { requests: 200, records: 200 };
const RETRY_AFTER_MS = 1000;

/** Answers come in without an id, a cookie or a kept address; only counts are stored, and reports show none of fewer than 20. */
export const sizingRoutes = (statistics: StatisticsService, limits: AdmissionLimits = ADMISSION_LIMITS): FastifyPluginAsyncTypebox => async (app) => {
  const admission = createAdmission(limits);
  const count = async (request: FastifyRequest, answer: MeasurementStatistics): Promise<CountOutcome | { readonly status: 'unavailable' }> => {
    if (!admission.enter(1)) return { status: 'unavailable' };
    try {
      return await statistics.count(tenantOf(request), answer);
    } catch (error) {
      request.log.error({ error: errorFacts(error) }, 'statistics were not counted');
      return { status: 'unavailable' };
    } finally {
      admission.leave(1);
    }
  };

  app.post('/v1/measurement-statistics', {
    bodyLimit: BODY_LIMIT_BYTES,
    config: { access: { kind: 'site' } },
    schema: {
      summary: 'Rounded or randomized measurements of one body, for statistics', tags: ['sizing'],
      querystring: SiteQuery, body: MeasurementStatistics,
      response: { 204: Type.Null({ description: 'Counted.' }), 400: Problem, 401: Problem, 403: Problem, 413: Problem, 415: Problem, 429: Problem, 503: Problem },
    },
  }, async (request, reply) => {
    const outcome = await count(request, request.body);
    if (outcome.status === 'unavailable') return sendLater(reply, 'overloaded', RETRY_AFTER_MS);
    if (outcome.status === 'refused') return sendProblem(reply, problemOf('invalid-request', [{ at: outcome.at, rule: outcome.rule }]));
    return reply.header('cache-control', 'no-store').code(204).send(null);
  });

  app.get('/v1/insights/size-curve', {
    config: { access: { kind: 'permission', permission: 'insights:read' } },
    schema: {
      summary: 'How measurements are spread over the shoppers who agreed', tags: ['sizing'],
      querystring: NoQuery, response: { 200: SizeCurveReport, 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem },
    },
  }, async (request, reply) => reply.header('cache-control', 'no-store').send(await statistics.report(tenantOf(request))));
};
