import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { catalogRoutes } from './catalog/catalog-routes.ts';
import type { CatalogRepository } from './catalog/catalog-repository.ts';
import { createCatalogService } from './catalog/catalog-service.ts';
import { describeApi } from './http/describe-api.ts';
import { addEtags } from './http/etag.ts';
import { handleErrors, problemOfError } from './http/handle-errors.ts';
import { healthRoutes } from './http/health-routes.ts';
import { logRequests } from './http/log-requests.ts';
import { PUBLIC_HEADERS, SECURITY_HEADERS, addSecurityHeaders } from './http/security-headers.ts';
import { sendProblem } from './http/send-problem.ts';
import { TIME_LIMITS } from './http/time-limits.ts';
import { sdkFiles } from './static-files/sdk-files.ts';
import { shopPages } from './static-files/shop-pages.ts';

export interface AppDeps {
  readonly catalog: CatalogRepository;
  /** Whether the storage can be reached. @default always */
  readonly isReady?: () => Promise<boolean>;
  /** Absolute path of the built SDK. Absent: nothing at `/sdk/`. */
  readonly sdkFolder?: string;
  /** Absolute paths of the demo shop's folders. Absent or empty: no shop. */
  readonly shopFolders?: readonly string[];
  /** Absent: silent. */
  readonly logger?: FastifyBaseLogger;
}

// No route takes a body yet; a product id is at most 64 characters.
const BODY_LIMIT_BYTES = 16 * 1024;
const PARAM_LIMIT = 128;

/** The whole server, not yet listening. `close()` ends it. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = fastify({
    ...(deps.logger === undefined ? { logger: false } : { loggerInstance: deps.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    ...TIME_LIMITS,
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: PARAM_LIMIT },
    // Addresses that cannot be read, such as `/%`, never reach a route. Pages of any origin may ask for one by mistake, and must hear of it.
    frameworkErrors: (error, _request, reply) => void sendProblem(reply.headers({ ...SECURITY_HEADERS, ...PUBLIC_HEADERS }), problemOfError(error)),
    // What a schema does not name is an error, not something to drop silently.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } },
  });
  const catalog = createCatalogService(deps.catalog);
  addSecurityHeaders(app);
  handleErrors(app);
  addEtags(app);
  logRequests(app);
  await describeApi(app);
  await app.register(healthRoutes({ isReady: deps.isReady ?? (async () => true) }));
  await app.register(catalogRoutes(catalog));
  if (deps.sdkFolder !== undefined) await app.register(sdkFiles({ folder: deps.sdkFolder }));
  const { shopFolders = [] } = deps;
  if (shopFolders.length > 0) {
    await app.register(shopPages({ folders: shopFolders, hasProduct: async (id) => (await catalog.findProduct(id)) !== undefined }));
  }
  return app;
}
