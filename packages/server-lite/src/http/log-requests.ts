import type { FastifyInstance } from 'fastify';

/**
 * One line for each request: method, route pattern, status, time.
 * Neither address, query, body, headers nor the ids in the path are logged: none of them is needed, and some name a person.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    }, 'request');
  });
}
