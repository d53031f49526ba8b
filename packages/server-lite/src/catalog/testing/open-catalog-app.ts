import { fastify, type FastifyInstance } from 'fastify';
import type { Caller, Permission } from '../../http/access.ts';
import { handleErrors } from '../../http/handle-errors.ts';
import type { CatalogRepository } from '../catalog-repository.ts';
import { importRoutes } from '../import-routes.ts';
import { sizeChartRoutes } from '../size-chart-routes.ts';

/** The writing routes alone, as the caller with this permission of the tenant `demo`, or of that in the header `x-tenant`, meets them behind a guard. */
export async function openCatalogApp(repository: CatalogRepository, permission: Permission = 'catalog:write'): Promise<FastifyInstance> {
  const app = fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  const caller = (tenantId: string): Caller => ({ kind: 'key', tenantId, id: 'key', permissions: new Set([permission]) });
  handleErrors(app);
  app.decorateRequest('caller', undefined);
  app.addHook('onRequest', async (request) => {
    request.caller = caller(String(request.headers['x-tenant'] ?? 'demo'));
  });
  await app.register(importRoutes(repository, () => 1));
  await app.register(sizeChartRoutes(repository, () => 1));
  return app;
}
