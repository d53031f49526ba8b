import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem, VocabularyExtension } from '@vua/models/contracts';
import type { VocabularyProblem } from '@vua/models/trend';
import { Type } from 'typebox';
import { tenantOf } from '../../http/caller-tenant.ts';
import { problemOf } from '../../http/problem.ts';
import { sendProblem } from '../../http/send-problem.ts';
import type { ShopVocabularies } from './shop-vocabularies.ts';

const NoQuery = Type.Object({}, { additionalProperties: false });
const REFUSALS = { 400: Problem, 401: Problem, 403: Problem, 429: Problem, 503: Problem };
const tags = ['trends'];
// Two thousand phrases of sixty letters, most with diacritics.
const LIMIT_BYTES = 256 * 1024;

/** Words that a shop adds to those by which attributes are told in posts, searches and items. */
export const vocabularyRoutes = (vocabularies: ShopVocabularies): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/v1/trends/vocabulary', {
    config: { access: { kind: 'permission', permission: 'insights:read' } },
    schema: { summary: 'Attributes and phrases that the shop adds to the built-in ones', tags, querystring: NoQuery, response: { 200: VocabularyExtension, ...REFUSALS } },
  }, async (request, reply) => reply.header('cache-control', 'no-store').send(await vocabularies.extension(tenantOf(request))));

  app.put('/v1/trends/vocabulary', {
    config: { access: { kind: 'permission', permission: 'catalog:write' } }, bodyLimit: LIMIT_BYTES,
    // The vocabulary names every wrong place, not only the first.
    attachValidation: true,
    schema: {
      summary: 'Replace what the shop adds, whole or not at all; nothing added: the built-in words alone', tags, querystring: NoQuery, body: VocabularyExtension,
      response: { 200: VocabularyExtension, 413: Problem, 415: Problem, ...REFUSALS },
    },
  }, async (request, reply) => {
    if (request.validationError !== undefined && request.validationError.validationContext !== 'body') throw request.validationError;
    const outcome = await vocabularies.save(tenantOf(request), request.body);
    if (outcome.status === 'refused') return sendProblem(reply, problemOf('invalid-request', outcome.problems.map(placeOf)));
    return reply.header('cache-control', 'no-store').send(outcome.extension);
  });
};

const placeOf = (problem: VocabularyProblem): { at: string; rule: string } => ({ at: `/body${problem.path}`, rule: problem.code === 'wrong-shape' ? problem.rule : problem.code });
