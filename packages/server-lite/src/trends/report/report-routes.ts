import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem, TrendAccuracyReport, TrendSource, TrendTag, TrendWeeks } from '@vua/models/contracts';
import { Type } from 'typebox';
import { tenantOf } from '../../http/caller-tenant.ts';
import { problemOf } from '../../http/problem.ts';
import { sendProblem } from '../../http/send-problem.ts';
import type { TrendReport } from './trend-report.ts';

const closed = { additionalProperties: false };
const NoQuery = Type.Object({}, closed);
const WeeksQuery = Type.Object({ tag: TrendTag, source: Type.Optional(TrendSource) }, closed);
const REFUSALS = { 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem };
const reading = { access: { kind: 'permission', permission: 'insights:read' } } as const;
const tags = ['trends'];

/** How good forecasts were, and by which versions they were made. */
export const trendReportRoutes = (report: TrendReport): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/v1/trends/accuracy', {
    config: reading, schema: { summary: 'Forecasts against what came true, and the versions of the forecast', tags, querystring: NoQuery, response: { 200: TrendAccuracyReport, ...REFUSALS } },
  }, async (request, reply) => reply.header('cache-control', 'private, max-age=60').send(await report.accuracy(tenantOf(request))));

  app.get('/v1/trends/weeks', {
    config: reading, schema: { summary: 'Weeks of a tag as they were seen, and what was forecast of it', tags, querystring: WeeksQuery, response: { 200: TrendWeeks, 404: Problem, ...REFUSALS } },
  }, async (request, reply) => {
    const found = await report.weeks(tenantOf(request), request.query.tag, request.query.source);
    return found === undefined ? sendProblem(reply, problemOf('unknown-tag')) : reply.header('cache-control', 'private, max-age=60').send(found);
  });
};
