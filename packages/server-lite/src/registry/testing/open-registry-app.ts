import { fastify, type FastifyInstance } from 'fastify';
import type { Caller } from '../../http/access.ts';
import { handleErrors } from '../../http/handle-errors.ts';
import { SERVER_OPTIONS } from '../../http/server-options.ts';
import { managementRoutes } from '../management-routes.ts';
import type { ModelService } from '../model-service.ts';

/** The merchant's routes alone, as somebody of the tenant `demo`, or of that in the header `x-tenant`, meets them behind a guard. */
export async function openRegistryApp(models: ModelService): Promise<FastifyInstance> {
  const app = fastify(SERVER_OPTIONS);
  handleErrors(app);
  app.decorateRequest('caller', undefined);
  app.addHook('onRequest', async (request) => {
    const caller: Caller = { kind: 'key', tenantId: String(request.headers['x-tenant'] ?? 'demo'), id: 'key', permissions: new Set(['models:manage', 'insights:read']) };
    request.caller = caller;
  });
  await app.register(managementRoutes(models));
  return app;
}
