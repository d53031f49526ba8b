import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem, TrendAttributes } from '@vua/models/contracts';
import { type AttributeVocabulary, TREND_VOCABULARY } from '@vua/models/trend';
import { Type } from 'typebox';

const NoQuery = Type.Object({}, { additionalProperties: false });
/** They change with the server's version. */
const CACHE_CONTROL = 'private, max-age=3600';

/** `GET /v1/trends/attributes`: the words for tags such as `colour:beige`. */
export const attributeRoutes = ({ attributes }: Pick<AttributeVocabulary, 'attributes'> = TREND_VOCABULARY): FastifyPluginAsyncTypebox => async (app) => {
  const answer: TrendAttributes = { attributes: attributes.map(({ id, kind, label }) => ({ id, kind, label })) };
  app.get('/v1/trends/attributes', {
    config: { access: { kind: 'permission', permission: 'insights:read' } },
    schema: { summary: 'Attributes of fashion that posts and shoppers are counted by, in words', tags: ['trends'], querystring: NoQuery, response: { 200: TrendAttributes, 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem } },
  }, async (_request, reply) => reply.header('cache-control', CACHE_CONTROL).send(answer));
};
