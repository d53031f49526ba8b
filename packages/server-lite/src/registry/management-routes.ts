import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { CanaryShare, ModelKind, ModelVersionId, ModelVersionList, Problem } from '@vua/models/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import { problemOf } from '../http/problem.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { ModelService } from './model-service.ts';
import type { SwitchRequest } from './plan-switch.ts';

const closed = { additionalProperties: false };
const NoQuery = Type.Object({}, closed);
const KindParams = Type.Object({ kind: ModelKind }, closed);
const VersionParams = Type.Object({ kind: ModelKind, version: ModelVersionId }, closed);
const REFUSALS = { 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem };
const SWITCHED = { 200: ModelVersionList, 404: Problem, 409: Problem, ...REFUSALS };

/** What a merchant sees of versions, and does with them. Every answer lists the versions as they are then. */
export const managementRoutes = (models: ModelService): FastifyPluginAsyncTypebox => async (app) => {
  const config = { access: { kind: 'permission', permission: 'models:manage' } } as const;

  const answer = async (request: FastifyRequest, reply: FastifyReply, kind: ModelKind, wanted: SwitchRequest): Promise<FastifyReply> => {
    const outcome = await models.switch({ tenantId: tenantOf(request), kind }, wanted);
    if (outcome.status === 'switched') return reply.header('cache-control', 'no-store').send({ versions: outcome.versions });
    return sendProblem(reply, outcome.reason === 'unknown-version' ? problemOf('unknown-model') : problemOf('model-not-switched', [{ at: '', rule: outcome.reason }]));
  };

  app.get('/v1/models/:kind/versions', {
    config: { access: { kind: 'permission', permission: 'insights:read' } },
    schema: { summary: 'Versions of a model with their figures, the newest first', tags: ['models'], params: KindParams, querystring: NoQuery, response: { 200: ModelVersionList, ...REFUSALS } },
  }, async (request, reply) => {
    const versions = await models.list({ tenantId: tenantOf(request), kind: request.params.kind });
    return reply.header('cache-control', 'no-store').send({ versions: [...versions] });
  });

  app.post('/v1/models/:kind/:version/activate', {
    config, schema: { summary: 'Lets every device load this version, but for a canary\'s share', tags: ['models'], params: VersionParams, querystring: NoQuery, response: SWITCHED },
  }, async (request, reply) => answer(request, reply, request.params.kind, { type: 'activate', version: request.params.version }));

  app.post('/v1/models/:kind/:version/canary', {
    config, schema: { summary: 'Lets a share of the devices load this version', tags: ['models'], params: VersionParams, querystring: NoQuery, body: Type.Object({ share: CanaryShare }, closed), response: { ...SWITCHED, 413: Problem, 415: Problem } },
  }, async (request, reply) => answer(request, reply, request.params.kind, { type: 'canary', version: request.params.version, share: request.body.share }));

  app.post('/v1/models/:kind/rollback', {
    config, schema: { summary: 'Ends the canary, or puts the version back that was active before', tags: ['models'], params: KindParams, querystring: NoQuery, response: SWITCHED },
  }, async (request, reply) => answer(request, reply, request.params.kind, { type: 'roll-back' }));
};
