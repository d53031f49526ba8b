import { fastify, type FastifyInstance } from 'fastify';
import type { Authenticator, Permission, RateLimiter } from '../access.ts';
import { describeApi } from '../describe-api.ts';
import { guardRoutes, type GuardDeps } from '../guard-routes.ts';
import { handleErrors } from '../handle-errors.ts';
import { addSecurityHeaders } from '../security-headers.ts';

export const SITE_KEY = 'site_aaaaaaaa';
export const SITE_ORIGINS = ['https://shop.example', 'https://shop.example:8443', 'http://localhost:3000'];

/** Knows the site {@link SITE_KEY} of the tenant `shop-a`, and keys named `key-` and their permissions with commas between them. */
export const knownCallers: Authenticator = {
  findSite: async (siteKey) => (siteKey === SITE_KEY ? { tenantId: 'shop-a', origins: new Set(SITE_ORIGINS) } : undefined),
  findBearer: async (credential) => (credential.startsWith('key-')
    ? { kind: 'key', tenantId: 'shop-a', id: 'k1', permissions: new Set(credential.slice(4).split(',') as Permission[]) } : undefined),
};

export const noLimits: RateLimiter = { take: async () => ({ status: 'taken' }) };

/** An app with a route of every kind of access; each answers with the caller. */
export async function openGuardedApp(deps: Partial<GuardDeps> = {}, trustProxy: readonly string[] | false = false): Promise<FastifyInstance> {
  const app = fastify({ trustProxy: trustProxy === false ? false : [...trustProxy] });
  addSecurityHeaders(app);
  handleErrors(app);
  guardRoutes(app, { authenticator: knownCallers, limiter: noLimits, ...deps });
  await describeApi(app);
  const answer = async ({ caller }: { caller: unknown }): Promise<object> => ({ caller: caller ?? 'nobody' });
  app.get('/public', { config: { access: { kind: 'public' } } }, answer);
  app.get('/counted', { config: { access: { kind: 'public', counted: true } } }, answer);
  app.get('/site', { config: { access: { kind: 'site' } } }, answer);
  app.post('/site', { config: { access: { kind: 'site' } } }, answer);
  app.post('/site-or-key', { config: { access: { kind: 'site', orPermission: 'events:write' } } }, answer);
  app.get('/events', { config: { access: { kind: 'permission', permission: 'events:read' } } }, answer);
  app.post('/body', { config: { access: { kind: 'permission', permission: 'catalog:write' } }, bodyLimit: 10 }, answer);
  return app;
}
