import type { FastifyRequest } from 'fastify';

/**
 * The tenant in whose name a request is made.
 * @throws when no guard stood before the route: a fault of the wiring, never of the sender.
 */
export function tenantOf(request: FastifyRequest): string {
  if (request.caller === undefined) throw new Error('A route without a caller asked for its tenant: it stands before no guard.');
  return request.caller.tenantId;
}
