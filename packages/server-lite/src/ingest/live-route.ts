import type { Readable } from 'node:stream';
import { Problem } from '@vua/models/contracts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import { sendLater } from '../http/send-later.ts';
import type { IngestService } from './ingest-service.ts';
import { openLiveStream } from './live-stream.ts';

const NoQuery = Type.Object({}, { additionalProperties: false });
/** Until then somebody else may have left. */
const RETRY_AFTER_MS = 60_000;

/** `GET /v1/events/stream`, for the console's live page. */
export const liveRoute = (service: IngestService): FastifyPluginAsyncTypebox => async (app) => {
  const open = new Set<Readable>();
  // Streams live for a minute: without this the server would wait for them.
  app.addHook('preClose', (done) => {
    for (const stream of open) stream.destroy();
    done();
  });

  app.get('/v1/events/stream', {
    // A HEAD would listen for ever.
    exposeHeadRoute: false,
    config: { access: { kind: 'permission', permission: 'events:read' } },
    schema: {
      summary: 'New events as server-sent events', tags: ['events'], querystring: NoQuery,
      response: { 200: Type.Unknown(), 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem },
    },
  }, async (request, reply) => {
    const stream = openLiveStream(service.live, tenantOf(request));
    if (stream === undefined) return sendLater(reply, 'rate-limited', RETRY_AFTER_MS);
    open.add(stream);
    stream.once('close', () => open.delete(stream));
    // Nginx would hold messages back until its buffer is full.
    return reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' }).type('text/event-stream').send(stream);
  });
};
