import { Problem, QuarantinePage, TimeOrderedId, type QuarantinedEvent } from '@vua/models/contracts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import type { IngestService } from './ingest-service.ts';
import { PageLimit, readLimit } from './page-limit.ts';
import type { RejectedEvent } from './quarantine-repository.ts';

const QuarantineQuery = Type.Object({ before: Type.Optional(TimeOrderedId), limit: Type.Optional(PageLimit) }, { additionalProperties: false });

/** `GET /v1/quarantine`, for the shop's developers. */
export const quarantineRoute = (service: IngestService): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/v1/quarantine', {
    config: { access: { kind: 'permission', permission: 'events:read' } },
    schema: {
      summary: 'Events that were not taken, newest first', tags: ['events'], querystring: QuarantineQuery,
      response: { 200: QuarantinePage, 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem },
    },
  }, async (request, reply) => {
    const limit = readLimit(request.query);
    const rows = await service.readQuarantine({ tenantId: tenantOf(request), beforeId: request.query.before, limit });
    return reply.header('cache-control', 'no-store').send({ events: rows.map(toQuarantined), next: rows.length === limit ? rows.at(-1)?.id : undefined });
  });
};

function toQuarantined({ id, receivedMs, code, path, eventId, body }: RejectedEvent): QuarantinedEvent {
  return { id, receivedMs, code, path, eventId, body };
}
