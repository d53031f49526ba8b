import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `failures`: a route that is called thousands of times a second logs only what it refused; the rest is in the metrics. @default every request */
    logs?: 'failures';
  }
}

/**
 * One line for each request: method, route pattern, status, time.
 * Neither address, query, body, headers nor the ids in the path are logged: none of them is needed, and some name a person.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (reply.statusCode >= 400 || request.routeOptions.config.logs !== 'failures') {
      request.log.info({
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
      }, 'request');
    }
    done();
  });
}
