import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem, TrendHistoryReceipt, TrendSource } from '@vua/models/contracts';
import { type CsvProblem, mondayOf, readTrendCsv, weekOfMs } from '@vua/models/trend';
import { Type } from 'typebox';
import { tenantOf } from '../../http/caller-tenant.ts';
import { problemOf } from '../../http/problem.ts';
import { sendProblem } from '../../http/send-problem.ts';
import type { WeekRepository } from '../weeks/week-repository.ts';
import { toWeeks } from './to-weeks.ts';

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
/** All of a file is one commit, for which other writers wait: these take some seconds. */
const MOST_VALUES = 300_000;
/** Of a shop: all its weeks are held in memory where it is asked about, and forecast together. */
const MOST_TAGS = 2000;
/** A season is known after three years; older weeks only cost. */
const MOST_WEEKS_BACK = 20 * 52;
/** More are not read by anybody. */
const MOST_PROBLEMS = 100;

/** `POST /v1/trends/history`: weekly history as CSV, whole or not at all. */
export const historyRoutes = ({ weeks, listTags, changed, now }: HistoryRoutesDeps): FastifyPluginAsyncTypebox => async (app) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) => done(null, body));

  app.post('/v1/trends/history', {
    config: { access: { kind: 'permission', permission: 'catalog:write' } }, bodyLimit: BODY_LIMIT_BYTES,
    schema: {
      summary: 'Keeps weekly history: text/csv, a row per week with its ISO date first, a column per tag; in the place of the same weeks', tags: ['trends'],
      querystring: HistoryQuery, response: { 200: TrendHistoryReceipt, 400: Problem, 401: Problem, 403: Problem, 413: Problem, 415: Problem, 422: Problem, 429: Problem, 503: Problem },
    },
  }, async (request, reply) => {
    const text = textOf(request.body);
    if (text === undefined) return sendProblem(reply, problemOf('unreadable-file', [{ at: '', rule: 'not-utf-8' }]));
    const thisWeek = weekOfMs(now());
    // Where the shop is it may be Monday already.
    const reading = readTrendCsv(text, { firstWeek: thisWeek - MOST_WEEKS_BACK, lastWeek: thisWeek + 1 });
    if (reading.status === 'refused') return sendProblem(reply, problemOf('unreadable-file', reading.problems.slice(0, MOST_PROBLEMS).map(placeOf)));
    const outcome = toWeeks(reading.series, request.query.source ?? 'csv', now());
    if (outcome.status === 'refused') return sendProblem(reply, problemOf('unreadable-file', outcome.columns.slice(0, MOST_PROBLEMS).map((column) => ({ at: `/line/1/column/${column}`, rule: outcome.rule }))));
    if (outcome.weeks.length > MOST_VALUES) return sendProblem(reply, problemOf('unreadable-file', [{ at: '', rule: 'too-many-cells' }]));
    const tags = new Set([...await listTags(tenantOf(request)), ...outcome.weeks.map(({ tag }) => tag)]);
    if (tags.size > MOST_TAGS) return sendProblem(reply, problemOf('unreadable-file', [{ at: '/line/1', rule: 'too-many-tags' }]));
    await weeks.save(tenantOf(request), outcome.weeks);
    changed(tenantOf(request));
    const numbers = reading.series.map(({ firstWeek, values }) => [firstWeek, firstWeek + values.length - 1] as const);
    return reply.header('cache-control', 'no-store').send({
      tags: reading.series.length, weeks: outcome.weeks.length,
      fromWeek: mondayOf(Math.min(...numbers.map(([first]) => first))), toWeek: mondayOf(Math.max(...numbers.map(([, last]) => last))),
    });
  });
};

function textOf(body: unknown): string | undefined {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function placeOf({ row, reason }: CsvProblem): { at: string; rule: string } {
  return { at: 'column' in reason ? `/line/${row}/column/${reason.column}` : `/line/${row}`, rule: reason.code };
}
