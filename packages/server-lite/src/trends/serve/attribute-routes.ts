import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem, TrendAttributes } from '@vua/models/contracts';
import type { AttributeVocabulary } from '@vua/models/trend';
import { Type } from 'typebox';
import { tenantOf } from '../../http/caller-tenant.ts';

const NoQuery = Type.Object({}, { additionalProperties: false });
/** They change when the shop changes its own: by their ETag they need not be sent again. */
const CACHE_CONTROL = 'private, no-cache';

/** `GET /v1/trends/attributes`: the words for tags such as `colour:beige`, the shop's own among them. */
export const attributeRoutes = (vocabularyOf: (tenantId: string) => Promise<AttributeVocabulary>): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/v1/trends/attributes', {
    config: { access: { kind: 'permission', permission: 'insights:read' } },
    schema: { summary: 'Attributes of fashion that posts and shoppers are counted by, in words', tags: ['trends'], querystring: NoQuery, response: { 200: TrendAttributes, 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem } },
  }, async (request, reply) => reply.header('cache-control', CACHE_CONTROL).send(answerOf(await vocabularyOf(tenantOf(request)))));
};

const answerOf = ({ attributes }: AttributeVocabulary): TrendAttributes => ({ attributes: attributes.map(({ id, kind, label }) => ({ id, kind, label })) });
