import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Erasure, ErasureId, Problem, SubjectExport, SubjectId } from '@vua/models/contracts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import { problemOf } from '../http/problem.ts';
import { sendLater } from '../http/send-later.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { ErasureRecord } from './erasure-repository.ts';
import type { SubjectService } from './subject-service.ts';

const closed = { additionalProperties: false };
const SubjectParams = Type.Object({ id: SubjectId }, closed);
const ErasureParams = Type.Object({ id: ErasureId }, closed);
const NoQuery = Type.Object({}, closed);
const PROBLEMS = { 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem };
const MANAGE = { access: { kind: 'permission', permission: 'subjects:manage' } } as const;

/** When a caller may try again while the database is away. */
const RETRY_AFTER_MS = 30_000;

/** Rights of the people behind the events; for programs and people whom the shop let manage them. */
export const privacyRoutes = (subjects: SubjectService): FastifyPluginAsyncTypebox => async (app) => {
  // What is said of a person is nobody else's to keep.
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

  app.delete('/v1/subjects/:id', {
    config: MANAGE,
    schema: {
      summary: 'Erase all that is kept of somebody, and refuse what may still come', tags: ['privacy'],
      params: SubjectParams, querystring: NoQuery, response: { 202: Erasure, ...PROBLEMS },
    },
  }, async (request, reply) => {
    const record = await subjects.erase(tenantOf(request), request.params.id).catch((error: unknown) => logAway(request, error));
    return record === undefined ? sendLater(reply, 'overloaded', RETRY_AFTER_MS) : reply.code(202).send(toErasure(record));
  });

  app.get('/v1/subjects/:id/export', {
    config: MANAGE,
    schema: { summary: 'All that is kept of somebody', tags: ['privacy'], params: SubjectParams, querystring: NoQuery, response: { 200: SubjectExport, ...PROBLEMS } },
  }, async (request, reply) => {
    const exported = await subjects.exportSubject(tenantOf(request), request.params.id).catch((error: unknown) => logAway(request, error));
    return exported === undefined ? sendLater(reply, 'not-ready', RETRY_AFTER_MS) : reply.send(exported);
  });

  app.get('/v1/erasures/:id', {
    config: MANAGE,
    schema: { summary: 'How far an erasure came, and its proof', tags: ['privacy'], params: ErasureParams, querystring: NoQuery, response: { 200: Erasure, 404: Problem, ...PROBLEMS } },
  }, async (request, reply) => {
    const record = await subjects.findErasure(tenantOf(request), request.params.id);
    return record === undefined ? sendProblem(reply, problemOf('unknown-erasure')) : reply.send(toErasure(record));
  });
};

// Its name only: a message may quote whom it is about.
function logAway(request: FastifyRequest, error: unknown): undefined {
  request.log.error({ error: { name: error instanceof Error ? error.name : 'unknown' } }, 'a store of subjects is away');
}

function toErasure({ id, subjectHash, requestedMs, finishedMs, stores }: ErasureRecord): Erasure {
  return { id, status: finishedMs === undefined ? 'running' : 'finished', subjectHash, requestedMs, ...(finishedMs === undefined ? {} : { finishedMs }), stores: [...stores] };
}
