import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem, TrendHistoryReceipt, TrendSource } from '@vua/models/contracts';
import { Type } from 'typebox';
import { tenantOf } from '../../http/caller-tenant.ts';
import { problemOf } from '../../http/problem.ts';
import { sendLater } from '../../http/send-later.ts';
import { sendProblem } from '../../http/send-problem.ts';
import type { WeekRepository } from '../weeks/week-repository.ts';
import { type HistoryReading, readHistory } from './read-history.ts';

export interface HistoryRoutesDeps {
  readonly weeks: WeekRepository;
  /** Tags of a shop so far. */
  readonly listTags: (tenantId: string) => Promise<readonly string[]>;
  /** Told of a shop whose history was taken. */
  readonly changed: (tenantId: string) => void;
  /** UTC milliseconds. */
  readonly now: () => number;
}

const HistoryQuery = Type.Object({
  /** Whose history it is. @default csv */
  source: Type.Optional(TrendSource),
}, { additionalProperties: false });

// 1,000 tags over five years are 3 MB.
const BODY_LIMIT_BYTES = 8 * 1024 * 1024;
/** Of a shop: all its weeks are held in memory where it is asked about, and forecast together. */
const MOST_TAGS = 2000;
// Of different shops, so that no shop keeps the others out. Each holds its file and all that was read of it.
const FILES_AT_ONCE = 2;

/** `POST /v1/trends/history`: weekly history as CSV, whole or not at all. */
export const historyRoutes = ({ weeks, listTags, changed, now }: HistoryRoutesDeps): FastifyPluginAsyncTypebox => async (app) => {
  const running = new Set<string>();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) => done(null, body));

  const take = async (tenantId: string, reading: Extract<HistoryReading, { status: 'read' }>): Promise<'taken' | 'too-many-tags'> => {
    const tags = new Set([...await listTags(tenantId), ...reading.weeks.map(({ tag }) => tag)]);
    if (tags.size > MOST_TAGS) return 'too-many-tags';
    await weeks.save(tenantId, reading.weeks);
    changed(tenantId);
    return 'taken';
  };

  app.post('/v1/trends/history', {
    config: { access: { kind: 'permission', permission: 'catalog:write' }, takesFile: ['text/csv'] }, bodyLimit: BODY_LIMIT_BYTES,
    schema: {
      summary: 'Keeps weekly history: text/csv, a row per week with its ISO date first, a column per tag; in the place of the same weeks', tags: ['trends'],
      querystring: HistoryQuery, response: { 200: TrendHistoryReceipt, 400: Problem, 401: Problem, 403: Problem, 413: Problem, 415: Problem, 422: Problem, 429: Problem, 503: Problem },
    },
  }, async (request, reply) => {
    const tenantId = tenantOf(request);
    if (running.has(tenantId) || running.size >= FILES_AT_ONCE) return sendLater(reply, 'overloaded');
    const reading = readHistory(Buffer.isBuffer(request.body) ? request.body : new Uint8Array(), request.query.source ?? 'csv', now());
    if (reading.status === 'refused') return sendProblem(reply, problemOf('unreadable-file', reading.errors));
    running.add(tenantId);
    const outcome = await take(tenantId, reading).finally(() => running.delete(tenantId));
    if (outcome === 'too-many-tags') return sendProblem(reply, problemOf('unreadable-file', [{ at: '/line/1', rule: outcome }]));
    const { fromWeek, toWeek, tags } = reading;
    return reply.header('cache-control', 'no-store').send({ tags, weeks: reading.weeks.length, fromWeek, toWeek });
  });
};
