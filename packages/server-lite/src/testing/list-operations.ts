import type { FastifyInstance } from 'fastify';
import type { RouteAccess } from '../http/access.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

/** An endpoint of the API description. */
export interface Operation {
  /** Such as `GET /v1/products/{id}`. */
  readonly name: string;
  readonly method: Method;
  /** As in the description. */
  readonly path: string;
  readonly access: RouteAccess;
}

/** Every endpoint of the app's own API description, with what opens it. */
export async function listOperations(app: FastifyInstance): Promise<readonly Operation[]> {
  await app.ready();
  const { paths = {} } = app.swagger() as { paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  const routes = new Map(app.guardedRoutes().map(({ method, url, access }) => [`${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`, access]));
  return Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((lower) => {
    const name = `${lower.toUpperCase()} ${path}`;
    const method = METHODS.find((known) => known === lower.toUpperCase());
    const access = routes.get(name);
    if (access === undefined || method === undefined) throw new Error(`${name} is described and not guarded`);
    return { name, method, path, access };
  }));
}
