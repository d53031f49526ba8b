import { Readable } from 'node:stream';
import { EventPage, Problem, TimeOrderedId } from '@vua/models/contracts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import { problemOf } from '../http/problem.ts';
import { sendProblem } from '../http/send-problem.ts';
import { exportNdjson } from './export-ndjson.ts';
import { exportParquet } from './export-parquet.ts';
import type { IngestService } from './ingest-service.ts';
import { PageLimit, readLimit } from './page-limit.ts';
import { readRange } from './read-range.ts';
import { readTimes, TimeText } from './read-times.ts';
import { toRecordedJson } from './recorded-json.ts';

const closed = { additionalProperties: false };
const PageQuery = Type.Object({ from: Type.Optional(TimeText), to: Type.Optional(TimeText), after: Type.Optional(TimeOrderedId), limit: Type.Optional(PageLimit) }, closed);
const ExportQuery = Type.Object({ from: Type.Optional(TimeText), to: Type.Optional(TimeText), format: Type.Optional(Type.Enum(['ndjson', 'parquet'])) }, closed);
const REFUSALS = { 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem };

const FORMATS = {
  ndjson: { mediaType: 'application/x-ndjson; charset=utf-8', write: exportNdjson },
  parquet: { mediaType: 'application/vnd.apache.parquet', write: exportParquet },
} as const;

/** Where the console and programs of the shop read the events that were kept. */
export const readingRoutes = (service: IngestService): FastifyPluginAsyncTypebox => async (app) => {
  const config = { access: { kind: 'permission', permission: 'events:read' } } as const;

  app.get('/v1/events', {
    config, schema: { summary: 'Events of a range, a page at a time', tags: ['events'], querystring: PageQuery, response: { 200: EventPage, ...REFUSALS } },
  }, async (request, reply) => {
    const { after } = request.query;
    const range = readTimes(request.query, service.clock());
    if (range === undefined) return sendProblem(reply, problemOf('invalid-request', [{ at: '/querystring/from', rule: 'before-to' }]));
    const limit = readLimit(request.query);
    const events = await service.events.read({ tenantId: tenantOf(request), ...range, limit, ...(after !== undefined && { afterId: after }) });
    const next = events.length === limit ? `,"next":${JSON.stringify(events.at(-1)?.id)}` : '';
    // Data are passed on as they are kept, without a detour over objects.
    const page: unknown = `{"events":[${events.map(toRecordedJson).join(',')}]${next}}`;
    return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(page as EventPage);
  });

  app.get('/v1/events/export', {
    // A HEAD would read all of it for nothing.
    exposeHeadRoute: false, config, schema: { summary: 'All events of a range, as NDJSON or Parquet', tags: ['events'], querystring: ExportQuery, response: { 200: Type.Unknown(), ...REFUSALS } },
  }, async (request, reply) => {
    const { format = 'ndjson' } = request.query;
    const range = readTimes(request.query, service.clock());
    if (range === undefined) return sendProblem(reply, problemOf('invalid-request', [{ at: '/querystring/from', rule: 'before-to' }]));
    const { mediaType, write } = FORMATS[format];
    const body = Readable.from(write(readRange(service.events, { tenantId: tenantOf(request), ...range })), { objectMode: false });
    return reply.header('cache-control', 'no-store').type(mediaType).header('content-disposition', `attachment; filename="events.${format}"`).send(body);
  });
};
