import type { IncomingMessage } from 'node:http';
import { CatalogImportReport, Problem } from '@vua/models/contracts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { tenantOf } from '../http/caller-tenant.ts';
import { problemOf } from '../http/problem.ts';
import { sendLater } from '../http/send-later.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { CatalogRepository } from './catalog-repository.ts';
import { importCatalog, type CatalogImport } from './import/import-catalog.ts';
import { FileRefusal } from './import/import-problem.ts';

const ImportQuery = Type.Object({
  /** `replace`: the file is the whole catalog. */
  mode: Type.Optional(Type.Enum(['merge', 'replace'])),
  dryRun: Type.Optional(Type.Enum(['true', 'false'])),
  /** Chart of items that name none. */
  sizeChart: Type.Optional(Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })),
}, { additionalProperties: false });

const FORMATS: Readonly<Record<string, CatalogImport['format']>> = {
  'text/csv': 'csv', 'text/tab-separated-values': 'csv', 'application/xml': 'feed', 'text/xml': 'feed', 'application/rss+xml': 'feed', 'application/atom+xml': 'feed',
};

// Of different shops, so that no shop keeps the others out. Each holds up to 20 MB of text while it is read.
const IMPORTS_AT_ONCE = 2;
const RETRY_AFTER_MS = 5000;

/** `POST /v1/catalog/import`: CSV or a Merchant feed, read as it comes in. */
export const importRoutes = (repository: CatalogRepository, now: () => number = Date.now): FastifyPluginAsyncTypebox => async (app) => {
  const running = new Set<string>();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(Object.keys(FORMATS), (_request, payload, done) => done(null, payload));

  app.post('/v1/catalog/import', {
    config: { access: { kind: 'permission', permission: 'catalog:write' }, takesFile: Object.keys(FORMATS) },
    schema: {
      summary: 'Takes a catalog file: text/csv, or a Merchant feed as application/xml; at most 20 MB', tags: ['catalog'],
      querystring: ImportQuery, response: { 200: CatalogImportReport, 400: Problem, 401: Problem, 403: Problem, 413: Problem, 415: Problem, 422: Problem, 429: Problem, 503: Problem },
    },
  }, async (request, reply) => {
    const format = FORMATS[request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? ''];
    if (format === undefined) return sendProblem(reply, problemOf('unsupported-media-type'));
    const tenantId = tenantOf(request);
    if (running.has(tenantId) || running.size >= IMPORTS_AT_ONCE) return sendLater(reply, 'overloaded', RETRY_AFTER_MS);
    const { mode = 'merge', dryRun, sizeChart } = request.query;
    running.add(tenantId);
    const outcome = await importCatalog(repository, {
      tenantId, format, bytes: uploadOf(request.body as IncomingMessage), replace: mode === 'replace', dryRun: dryRun === 'true',
      ...(sizeChart !== undefined && { defaultChartId: sizeChart }),
    }, now).finally(() => running.delete(tenantId));
    return outcome.status === 'done' ? reply.header('cache-control', 'no-store').send(outcome.report) : sendProblem(reply, problemOfRefusal(outcome.refusal));
  });
};

// The request is left open when reading stops early, and what still comes is thrown away: closing it would cut off the answer that says why.
async function* uploadOf(payload: IncomingMessage): AsyncGenerator<Uint8Array> {
  const pieces = payload.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const next = await pieces.next().catch(() => {
        throw new FileRefusal('upload-broken');
      }) as IteratorResult<Uint8Array>;
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
    payload.resume();
  }
}

function problemOfRefusal({ code, line }: FileRefusal): Problem {
  const at = line === undefined ? '' : `/line/${line}`;
  return problemOf(code === 'file-too-large' ? 'payload-too-large' : 'unreadable-file', [{ at, rule: code }]);
}
