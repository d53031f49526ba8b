import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Authenticator } from './access.ts';
import { problemOf } from './problem.ts';
import { sendProblem } from './send-problem.ts';
import { siteKeyOf } from './site-key-of.ts';

const METHODS = 'GET, HEAD, POST, PUT, DELETE';
// Not `authorization`: a secret key has no place in a page.
const REQUEST_HEADERS = 'content-type, content-encoding, if-none-match';
const PREFLIGHT_SECONDS = '600';

/** Lets the page of this origin read the answer. No cookie and no other credential of the browser ever counts, so none is allowed. */
export function allowOrigin(reply: FastifyReply, origin: string): void {
  reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after, etag', 'cross-origin-resource-policy': 'cross-origin' });
}

/** The answer depends on this header of the request, also where it is a refusal: no cache, a browser's neither, may hand it to who sends another. */
export function varyBy(reply: FastifyReply, name: 'origin' | 'authorization'): void {
  const vary = String(reply.getHeader('vary') ?? '');
  if (!vary.toLowerCase().includes(name)) reply.header('vary', vary === '' ? name : `${vary}, ${name}`);
}

/** Answers what browsers ask before a request of another origin: yes to an origin of the site's list, 403 without a word more to all others. */
export function answerPreflights(app: FastifyInstance, authenticator: Authenticator): void {
  app.options('*', { schema: { hide: true }, config: { access: { kind: 'public', counted: true } } }, async (request, reply) => {
    const { origin, 'access-control-request-method': method } = request.headers;
    if (origin === undefined || method === undefined) return sendProblem(reply, problemOf('unknown-route'));
    varyBy(reply, 'origin');
    const siteKey = siteKeyOf(request);
    const site = siteKey === undefined ? undefined : await authenticator.findSite(siteKey);
    if (site === undefined || !site.origins.has(origin)) return sendProblem(reply, problemOf('forbidden'));
    allowOrigin(reply, origin);
    return reply.code(204).headers({
      'access-control-allow-methods': METHODS, 'access-control-allow-headers': REQUEST_HEADERS, 'access-control-max-age': PREFLIGHT_SECONDS,
    }).send();
  });
}
