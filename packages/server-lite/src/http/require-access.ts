import type { FastifyInstance, RouteOptions } from 'fastify';
import type { RouteAccess } from './access.ts';

/** A route as it was registered, for tests that walk over all of them. */
export interface GuardedRoute {
  readonly method: string;
  /** Pattern, such as `/v1/products/:id`. */
  readonly url: string;
  readonly access: RouteAccess;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with its access; complete once the server is ready. */
    readonly guardedRoutes: () => readonly GuardedRoute[];
  }
}

/** Stops the server at the start when a route does not state who may call it, and writes into the API description what it states. Register before the routes. */
export function requireAccess(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  const withoutAccess = (): readonly string[] => routes.filter(({ config }) => config?.access === undefined).map(({ method, url }) => `${String(method)} ${url}`);
  app.addHook('onRoute', (route) => {
    routes.push(route);
    const security = securityOf(route.config?.access);
    if (security !== undefined) route.schema = { ...route.schema, security };
  });
  // Not in `onRoute`: a plugin that serves a folder is given its access by the hook of its own scope, which runs later.
  app.addHook('onReady', async () => {
    const [first] = withoutAccess();
    if (first !== undefined) throw new Error(`Routes must state \`config.access\`; these do not: ${withoutAccess().join(', ')}`);
  });
  app.decorate('guardedRoutes', () => routes.flatMap(({ method, url, config }) => (
    config?.access === undefined ? [] : [method].flat().map((name) => ({ method: name, url, access: config.access as RouteAccess }))
  )));
}

/** Gives every route of this scope that states no access this one; for plugins that make their routes themselves. Call before they are registered. */
export function giveAccess(scope: FastifyInstance, access: RouteAccess): void {
  scope.addHook('onRoute', (route) => {
    route.config = { access, ...route.config };
  });
}

/** Names of {@link SECURITY_SCHEMES} that open the route. */
function securityOf(access: RouteAccess | undefined): readonly Record<string, readonly string[]>[] | undefined {
  if (access === undefined || access.kind === 'public') return undefined;
  if (access.kind === 'permission') return [{ bearer: [access.permission] }];
  return [{ site: [] }, ...(access.orPermission === undefined ? [] : [{ bearer: [access.orPermission] }])];
}

/** `components.securitySchemes` of the API description. */
export const SECURITY_SCHEMES = {
  site: { type: 'apiKey', in: 'query', name: 'site', description: 'Public key of a shop\'s pages; counts only with an `Origin` of the shop\'s list.' },
  bearer: { type: 'http', scheme: 'bearer', description: 'Secret key of a program (`vua_sk_...`) or token of a person (JWT). The permission that is needed stands as scope.' },
} as const;
