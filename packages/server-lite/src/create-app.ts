import type { Tracer } from '@opentelemetry/api';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { AppServices } from './app-services.ts';
import { catalogRoutes } from './catalog/catalog-routes.ts';
import { createCatalogService } from './catalog/catalog-service.ts';
import { DEMO_TENANT_ID } from './catalog/demo-tenant.ts';
import { importRoutes } from './catalog/import-routes.ts';
import { sizeChartRoutes } from './catalog/size-chart-routes.ts';
import { answerOddRequests } from './http/answer-odd-requests.ts';
import { describeApi } from './http/describe-api.ts';
import { endConnections } from './http/end-connections.ts';
import { addEtags } from './http/etag.ts';
import { guardRoutes } from './http/guard-routes.ts';
import { handleErrors } from './http/handle-errors.ts';
import { healthRoutes } from './http/health-routes.ts';
import { logRequests } from './http/log-requests.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { SERVER_OPTIONS } from './http/server-options.ts';
import { ingestRoutes } from './ingest/ingest-routes.ts';
import { docsRoutes, measureRequests, metricsRoutes, traceRequests } from './operations/index.ts';
import { privacyRoutes } from './privacy/index.ts';
import { managementRoutes, modelRoutes } from './registry/index.ts';
import { recommendationRoutes } from './recommendations/index.ts';
import { sizingRoutes } from './sizing/index.ts';
import { sdkFiles } from './static-files/sdk-files.ts';
import { shopPages } from './static-files/shop-pages.ts';
import { trendSourceRoutes } from './trends/collect/index.ts';
import { attributeRoutes, historyRoutes, trendReportRoutes, trendRoutes, vocabularyRoutes } from './trends/index.ts';

export interface AppDeps extends AppServices {
  /** Whether the storage can be reached. @default always */
  readonly isReady?: () => Promise<boolean>;
  /** Absolute path of the built SDK. Absent: nothing at `/sdk/`. */
  readonly sdkFolder?: string;
  /** Absolute paths of the demo shop's folders. Absent or empty: no shop. */
  readonly shopFolders?: readonly string[];
  /** Absent: silent. */
  readonly logger?: FastifyBaseLogger;
  /** Proxies whose X-Forwarded-For is believed. @default none */
  readonly trustProxy?: readonly string[] | false;
  /** Who holds it may read `/metrics` from elsewhere. Absent: only this machine may. */
  readonly metricsToken?: string;
  /** Absent: no traces. */
  readonly tracer?: Tracer;
}

/** The whole server, not yet listening. `close()` ends it. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = openApp(deps);
  addSecurityHeaders(app);
  handleErrors(app);
  addEtags(app);
  logRequests(app);
  measureRequests(app, deps.metrics);
  if (deps.tracer !== undefined) traceRequests(app, deps.tracer);
  answerOddRequests(app);
  endConnections(app);
  guardRoutes(app, deps.guard);
  await describeApi(app);
  await addRoutes(app, deps);
  await addFiles(app, deps);
  app.addHook('onClose', () => deps.ingest.close());
  return app;
}

function openApp({ logger, trustProxy = false }: AppDeps): FastifyInstance {
  return fastify({
    ...(logger === undefined ? { logger: false } : { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    // Nothing that is logged names its request, so each needs no logger of its own.
    childLoggerFactory: (shared) => shared,
    ...SERVER_OPTIONS,
    trustProxy: trustProxy === false ? false : [...trustProxy],
  });
}

async function addRoutes(app: FastifyInstance, { catalog, clock, guard, ingest, isReady, metrics, metricsToken, models, recommendationReport, recommendations, statistics, subjects, trendReport, trends, trendSources, trendVocabularies, trendWeeks, trendsChanged, trendTags }: AppDeps): Promise<void> {
  await app.register(healthRoutes({ isReady: isReady ?? (async () => true) }));
  await app.register(metricsRoutes({ metrics, ...(metricsToken === undefined ? {} : { token: metricsToken }) }));
  await app.register(docsRoutes);
  const findTenant = async (siteKey: string): Promise<string | undefined> => (await guard.authenticator.findSite(siteKey))?.tenantId;
  await app.register(catalogRoutes({ catalog: createCatalogService(catalog), findTenant }));
  await app.register(importRoutes(catalog));
  await app.register(sizeChartRoutes(catalog));
  await app.register(ingestRoutes(ingest));
  await app.register(sizingRoutes(statistics));
  await app.register(modelRoutes({ models, findTenant: async (siteKey) => (siteKey === undefined ? DEMO_TENANT_ID : findTenant(siteKey)) }));
  await app.register(managementRoutes(models));
  await app.register(recommendationRoutes({ recommendations, report: recommendationReport, clock }));
  await app.register(trendRoutes(trends));
  await app.register(attributeRoutes((tenantId) => trendVocabularies.of(tenantId)));
  await app.register(trendSourceRoutes(trendSources));
  await app.register(vocabularyRoutes(trendVocabularies));
  await app.register(historyRoutes({ weeks: trendWeeks, listTags: trendTags, changed: trendsChanged, now: clock }));
  await app.register(trendReportRoutes(trendReport));
  await app.register(privacyRoutes(subjects));
}

async function addFiles(app: FastifyInstance, { catalog, sdkFolder, shopFolders = [] }: AppDeps): Promise<void> {
  if (sdkFolder !== undefined) await app.register(sdkFiles({ folder: sdkFolder }));
  if (shopFolders.length === 0) return;
  await app.register(shopPages({ folders: shopFolders, hasProduct: async (id) => (await catalog.findItems(DEMO_TENANT_ID, [id])).length > 0 }));
}
