import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { DOCS_STYLE, renderDocs, type ApiDescription } from './render-docs.ts';

const STYLE_HASH = createHash('sha256').update(DOCS_STYLE).digest('base64');
/** The page runs no script and loads nothing; only its own style applies. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** `GET /docs`: the API description as a page for people. */
export const docsRoutes: FastifyPluginAsync = async (app: FastifyInstance) => {
  let page: string | undefined;
  app.get('/docs', { config: { access: { kind: 'public' } }, schema: { hide: true } }, async (_request, reply) => {
    page ??= renderDocs(app.swagger() as ApiDescription);
    return reply.header('content-security-policy', POLICY).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  });
};
