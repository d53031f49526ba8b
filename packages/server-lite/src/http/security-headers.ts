import type { FastifyInstance } from 'fastify';

/** What every answer forbids; the shop's pages and the public routes loosen what they must. */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  // An answer that is opened as a page, such as a picture that carries a script, can do nothing.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** What pages of any origin may read. None of it depends on who asks, and none takes credentials. */
export const PUBLIC_HEADERS = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;

/** Puts {@link SECURITY_HEADERS} on every answer that reaches a route, or none. */
export function addSecurityHeaders(app: FastifyInstance): void {
  // A callback, not a promise: every request passes here.
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
}
