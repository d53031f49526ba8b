import { fastify, type FastifyInstance } from 'fastify';
import { handleErrors } from '../../http/handle-errors.ts';
import { addSecurityHeaders } from '../../http/security-headers.ts';

/** A server with the shared parts and no route. */
export function openPlainApp(): FastifyInstance {
  const app = fastify();
  addSecurityHeaders(app);
  handleErrors(app);
  return app;
}
