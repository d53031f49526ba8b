import { BATCH_LIMITS, ConsentBatch, ConsentReceipt, EventBatch, EventReceipt, Problem, SiteKey } from '@vua/models/contracts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import { parseJsonBodies } from '../http/parse-body.ts';
import { sendLater } from '../http/send-later.ts';
import type { IngestService } from './ingest-service.ts';
import { liveRoute } from './live-route.ts';
import { quarantineRoute } from './quarantine-route.ts';
import { readingRoutes } from './reading-routes.ts';

const SiteQuery = Type.Object({ site: Type.Optional(SiteKey) }, { additionalProperties: false });
const REFUSALS = { 400: Problem, 401: Problem, 403: Problem, 413: Problem, 415: Problem, 429: Problem, 503: Problem };

/** All routes of events; register behind the guard. */
export const ingestRoutes = (service: IngestService): FastifyPluginAsyncTypebox => async (app) => {
  await app.register(takingRoutes(service));
  await app.register(readingRoutes(service));
  await app.register(liveRoute(service));
  await app.register(quarantineRoute(service));
};

/** Where shoppers' devices, and programs of the shop, leave events and proofs of consent. */
const takingRoutes = (service: IngestService): FastifyPluginAsyncTypebox => async (app) => {
  parseJsonBodies(app, BATCH_LIMITS.bytes);
  const access = { kind: 'site', orPermission: 'events:write' } as const;

  app.post('/v1/events', {
    config: { access, logs: 'failures' },
    bodyLimit: BATCH_LIMITS.bytes,
    schema: {
      summary: 'Leave events: at most 500, or 1 MB', tags: ['events'], querystring: SiteQuery, body: EventBatch, response: { 202: EventReceipt, ...REFUSALS },
    },
  }, async (request, reply) => {
    const outcome = await service.takeEvents(tenantOf(request), request.body);
    return outcome.status === 'stored' ? reply.code(202).header('cache-control', 'no-store').send(outcome.receipt) : sendLater(reply, 'overloaded', outcome.retryAfterMs);
  });

  app.post('/v1/consents', {
    config: { access, logs: 'failures' },
    bodyLimit: BATCH_LIMITS.bytes,
    schema: {
      summary: 'Leave proofs of what a shopper chose', tags: ['events'], querystring: SiteQuery, body: ConsentBatch, response: { 202: ConsentReceipt, ...REFUSALS },
    },
  }, async (request, reply) => {
    const outcome = await service.takeConsents(tenantOf(request), request.body);
    return outcome.status === 'stored' ? reply.code(202).header('cache-control', 'no-store').send(outcome.receipt) : sendLater(reply, 'overloaded', outcome.retryAfterMs);
  });
};
