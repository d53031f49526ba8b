import { fastify } from 'fastify';
import { trendRoutes } from '../serve/trend-routes.ts';
import { createTrendService } from '../serve/trend-service.ts';
import type { TrendViewDeps } from '../serve/trend-view.ts';
import { createTrendViews } from '../serve/trend-views.ts';

/** What `POST /v1/trends/predict` of a server that has just been started answers a shop named `shop`. */
export async function askTrends<Answer>(deps: TrendViewDeps, payload: object): Promise<Answer> {
  const app = fastify();
  app.decorateRequest('caller');
  // Stands for the guard.
  app.addHook('onRequest', async (request) => { request.caller = { kind: 'site', tenantId: 'shop', siteKey: '' }; });
  await app.register(trendRoutes(createTrendService({ views: createTrendViews(deps) })));
  const response = await app.inject({ method: 'POST', url: '/v1/trends/predict', payload });
  await app.close();
  if (response.statusCode !== 200) throw new Error(response.body);
  return response.json<Answer>();
}
