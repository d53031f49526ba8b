import { Problem, SizeChartReceipt, type ImportProblem, type SizeChart } from '@vua/models/contracts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { importSizeChart, type ChartFileProblem } from '@vua/models/size';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import { problemOf } from '../http/problem.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { CatalogRepository } from './catalog-repository.ts';

// 120 sizes with every measurement are 60 kB.
const BODY_LIMIT_BYTES = 256 * 1024;

const ChartParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\u0000-\\u001f\\u007f]*$' }) }, { additionalProperties: false });
const NoQuery = Type.Object({}, { additionalProperties: false });

const MEDIA_TYPES = ['application/json', 'text/csv', 'text/tab-separated-values'];

/** `PUT /v1/size-charts/:id`: a chart as CSV or JSON, as `docs/size-charts.md` describes both. */
export const sizeChartRoutes = (repository: CatalogRepository, now: () => number = Date.now): FastifyPluginAsyncTypebox => async (app) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(MEDIA_TYPES, { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) => done(null, body));

  app.put('/v1/size-charts/:id', {
    config: { access: { kind: 'permission', permission: 'catalog:write' }, takesFile: MEDIA_TYPES },
    bodyLimit: BODY_LIMIT_BYTES,
    schema: {
      summary: 'Keeps a size chart, given as CSV or JSON, in the place of the one with this id', tags: ['catalog'],
      params: ChartParams, querystring: NoQuery, response: { 200: SizeChartReceipt, 400: Problem, 401: Problem, 403: Problem, 413: Problem, 415: Problem, 422: Problem, 429: Problem, 503: Problem },
    },
  }, async (request, reply) => {
    const text = textOf(request.body);
    if (text === undefined) return sendProblem(reply, problemOf('unreadable-file', [{ at: '', rule: 'not-utf-8' }]));
    const { id } = request.params;
    const reading = importSizeChart(text, { id });
    if (reading.status === 'invalid') {
      return sendProblem(reply, problemOf('unreadable-file', reading.problems.filter(({ severity }) => severity === 'error').map((problem) => ({ at: placeOf(problem), rule: problem.code }))));
    }
    // The address says which chart it is, whatever the file calls it.
    const sizeChart: SizeChart = { ...reading.chart, id };
    await repository.save(tenantOf(request), { items: [], sizeCharts: [sizeChart], atMs: now() });
    return reply.header('cache-control', 'no-store').send({ sizeChart, problems: reading.problems.map(problemOfChart) });
  });
};

function textOf(body: unknown): string | undefined {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const problemOfChart = ({ severity, code, line, header, sentence }: ChartFileProblem): ImportProblem =>
  ({ severity, code, ...(line !== undefined && { line }), ...(header !== undefined && { column: header.slice(0, 256) }), sentence: sentence.slice(0, 2000) });

function placeOf({ line, row, column }: ChartFileProblem): string {
  const start = line === undefined ? (row === undefined ? '' : `/row/${row}`) : `/line/${line}`;
  return column === undefined ? start : `${start}/column/${column}`;
}
