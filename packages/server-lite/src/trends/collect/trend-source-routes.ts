import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CollectedSource, Problem, TrendSourceList, TrendSourceReport, TrendSourceSettings } from '@vua/models/contracts';
import { Type } from 'typebox';
import { tenantOf } from '../../http/caller-tenant.ts';
import { problemOf } from '../../http/problem.ts';
import { sendProblem } from '../../http/send-problem.ts';
import type { SourceService } from './source-service.ts';

const closed = { additionalProperties: false };
const NoQuery = Type.Object({}, closed);
const SourceParams = Type.Object({ source: CollectedSource }, closed);
const REFUSALS = { 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem };
const tags = ['trends'];
// 300 tags and a token.
const LIMIT_BYTES = 128 * 1024;

/** Where a shop collects trends. A token goes in and never comes out. */
export const trendSourceRoutes = (sources: SourceService): FastifyPluginAsyncTypebox => async (app) => {
  const config = { access: { kind: 'permission', permission: 'catalog:write' } } as const;
  const reading = { access: { kind: 'permission', permission: 'insights:read' } } as const;

  app.get('/v1/trends/sources', {
    config: reading, schema: { summary: 'Configured sources of trends, and how they do', tags, querystring: NoQuery, response: { 200: TrendSourceList, ...REFUSALS } },
  }, async (request, reply) => reply.header('cache-control', 'no-store').send({ sources: [...await sources.list(tenantOf(request))] }));

  app.get('/v1/trends/sources/:source', {
    config: reading, schema: { summary: 'A configured source of trends, and how it does', tags, params: SourceParams, querystring: NoQuery, response: { 200: TrendSourceReport, 404: Problem, ...REFUSALS } },
  }, async (request, reply) => {
    const report = await sources.find(tenantOf(request), request.params.source);
    return report === undefined ? sendProblem(reply, problemOf('unknown-trend-source')) : reply.header('cache-control', 'no-store').send(report);
  });

  app.put('/v1/trends/sources/:source', {
    bodyLimit: LIMIT_BYTES, config,
    schema: { summary: 'Configure a source of trends; a paused one goes on', tags, params: SourceParams, querystring: NoQuery, body: TrendSourceSettings, response: { 200: TrendSourceReport, 409: Problem, 413: Problem, 415: Problem, ...REFUSALS } },
  }, async (request, reply) => {
    const outcome = await sources.save(tenantOf(request), request.params.source, request.body);
    if (outcome.status === 'no-vault') return sendProblem(reply, problemOf('no-token-key'));
    if (outcome.status === 'invalid') return sendProblem(reply, problemOf('invalid-request', outcome.errors));
    return reply.header('cache-control', 'no-store').send(outcome.report);
  });

  app.delete('/v1/trends/sources/:source', {
    config, schema: { summary: 'Forget a source of trends and its token; what was collected stays', tags, params: SourceParams, querystring: NoQuery, response: { 204: Type.Null(), 404: Problem, ...REFUSALS } },
  }, async (request, reply) => {
    if (!await sources.remove(tenantOf(request), request.params.source)) return sendProblem(reply, problemOf('unknown-trend-source'));
    return reply.header('cache-control', 'no-store').code(204).send(null);
  });
};
