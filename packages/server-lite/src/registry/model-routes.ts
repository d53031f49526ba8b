import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { DeviceModelKind, LoadedModel, ModelFileName, ModelVersionId, Problem, SiteKey } from '@vua/models/contracts';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { namesTag } from '../http/etag.ts';
import { problemOf } from '../http/problem.ts';
import { PUBLIC_HEADERS } from '../http/security-headers.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { ModelRecord } from './model-record.ts';
import type { ModelService } from './model-service.ts';

export interface ModelRoutesDeps {
  readonly models: ModelService;
  /** Id of the tenant with this public site key; without a key, of the server's own demo shop. */
  readonly findTenant: (siteKey: string | undefined) => Promise<string | undefined>;
}

const closed = { additionalProperties: false };
/** 0-999, computed by the device of its anonymous id, which stays there. */
const Bucket = Type.String({ pattern: '^(?:0|[1-9]\\d{0,2})$' });
const ActiveQuery = Type.Object({ site: Type.Optional(SiteKey), bucket: Type.Optional(Bucket) }, closed);
const FileQuery = Type.Object({ site: Type.Optional(SiteKey) }, closed);

// A switch reaches every device that asks within seconds; most asks cost a 304.
const ACTIVE_CACHE = 'public, max-age=5, must-revalidate';
// The address holds a hash of the bytes.
const FILE_CACHE = 'public, max-age=31536000, immutable';

const access = { kind: 'public' } as const;

/** What devices load: every page may ask, none sends credentials. */
export const modelRoutes = ({ models, findTenant }: ModelRoutesDeps): FastifyPluginAsyncTypebox => async (app) => {
  app.addHook('onRequest', async (_request, reply) => void reply.headers({ ...PUBLIC_HEADERS, 'access-control-expose-headers': 'etag' }));

  const forShop = async (reply: FastifyReply, site: string | undefined, answer: (tenantId: string) => Promise<FastifyReply>): Promise<FastifyReply> => {
    const tenantId = await findTenant(site);
    return tenantId === undefined ? sendProblem(reply, problemOf('unknown-site')) : answer(tenantId);
  };

  app.get('/v1/models/:kind/active', {
    config: { access },
    schema: {
      summary: 'The version of a model that a device loads', tags: ['models'],
      params: Type.Object({ kind: DeviceModelKind }, closed), querystring: ActiveQuery,
      response: { 200: LoadedModel, 204: Type.Null({ description: 'The shop has no model of this kind yet.' }), 400: Problem, 404: Problem, 503: Problem },
    },
  }, async (request, reply) => forShop(reply, request.query.site, async (tenantId) => {
    const { bucket, site } = request.query;
    const found = await models.findActive({ tenantId, kind: request.params.kind }, bucket === undefined ? undefined : Number(bucket));
    reply.header('cache-control', ACTIVE_CACHE);
    // Not 404: each page of a shop without a model would complain on its console.
    return found === undefined ? reply.code(204).send(null) : reply.send(loadedOf(request.params.kind, found, site));
  }));

  app.get('/v1/models/:kind/:version/files/:name', {
    config: { access },
    schema: {
      summary: 'A file of a version, for ever the same', tags: ['models'],
      params: Type.Object({ kind: DeviceModelKind, version: ModelVersionId, name: ModelFileName }, closed), querystring: FileQuery,
      response: { 200: { content: { 'application/octet-stream': { schema: Type.Unknown() } } }, 304: Type.Null({ description: 'The bytes are those of `If-None-Match`.' }), 400: Problem, 404: Problem, 503: Problem },
    },
  }, async (request, reply) => forShop(reply, request.query.site, async (tenantId) => {
    const { kind, version, name } = request.params;
    const found = await models.readFile({ tenantId, kind }, version, name);
    if (found === undefined) return sendProblem(reply, problemOf('unknown-model'));
    const etag = `"${found.file.sha256}"`;
    reply.headers({ 'cache-control': FILE_CACHE, etag });
    if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send(null);
    return reply.type(name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream').send(Buffer.from(found.bytes.buffer, found.bytes.byteOffset, found.bytes.length));
  }));
};

function loadedOf(kind: DeviceModelKind, { version, files, manifest }: ModelRecord, site: string | undefined): LoadedModel {
  const query = site === undefined ? '' : `?site=${site}`;
  return { kind, version, manifest, files: files.map((file) => ({ ...file, url: `/v1/models/${kind}/${version}/files/${file.name}${query}` })) };
}
