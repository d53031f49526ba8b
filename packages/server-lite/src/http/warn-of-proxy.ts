import type { FastifyInstance } from 'fastify';

/** Says once that requests come through a proxy that is not named in TRUSTED_PROXIES: all its clients then count as one address. */
export function warnOfProxy(app: FastifyInstance): void {
  let isSaid = false;
  app.addHook('onRequest', async (request) => {
    // `ips` is there only where proxies are trusted.
    if (isSaid || request.ips !== undefined || request.headers['x-forwarded-for'] === undefined) return;
    isSaid = true;
    request.log.warn('requests carry X-Forwarded-For, which is ignored: set TRUSTED_PROXIES to the addresses of your proxies');
  });
}
