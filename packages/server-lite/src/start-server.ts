import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FastifyInstance } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';
import { DEMO_SITE_KEY, DEMO_TENANT_ID } from './catalog/demo-tenant.ts';
import { readCatalogFile } from './catalog/read-catalog-file.ts';
import { seedCatalog } from './catalog/seed-catalog.ts';
import { createApp } from './create-app.ts';
import { createServices, type RetrainingOptions } from './create-services.ts';
import { errorFacts } from './http/error-facts.ts';
import { LOG_OPTIONS } from './http/log-options.ts';
import { seedEvents } from './ingest/seed-events.ts';
import { createJobRepository, createScheduler } from './jobs/index.ts';
import { openStores } from './open-stores.ts';
import { observeJobs, openTracing } from './operations/index.ts';
import type { Settings } from './read-settings.ts';
import { createTrainer, seedModel, type ModelService } from './registry/index.ts';
import type { EventLog } from './storage/event-log.ts';
import { describeTrouble } from './storage/jetstream/jetstream-trouble.ts';
import { createRefreshLoop } from './recommendations/index.ts';
import type { CollectionOptions } from './trends/collect/index.ts';
import { createWebhook, type SendAlert } from './trends/index.ts';
import { createTenancy, ensureConsoleKey, ensureTenant, type Tenancy } from './tenants/index.ts';

export interface ServerFolders {
  /** The built SDK. */
  readonly sdk: string;
  /** The demo shop and the console. */
  readonly shop: readonly string[];
  /** JSON file that fills an empty catalog. */
  readonly catalogFile: string;
  /** Script that trains a sequence model. Absent, or there is no such file: nothing is trained. */
  readonly trainingScript?: string;
}

export interface RunningServer {
  /** Such as `http://localhost:3000`. */
  readonly url: string;
  /** The merchant console, signed in by a key in the fragment that reads one shop and changes nothing. */
  readonly consoleUrl: string;
  /** Finishes the requests that are under way, cutting those that need longer than `graceMs` (default 5 s), then closes the database. Safe to call twice. */
  readonly close: (graceMs?: number) => Promise<void>;
}

const CLOSE_GRACE_MS = 5000;

/**
 * Opens the database of the settings, fills an empty catalog, and listens.
 * @throws when the port is taken, or a folder cannot be written or is missing, or the database cannot be reached.
 */
export async function startServer(settings: Settings, folders: ServerFolders, log: DestinationStream = process.stderr): Promise<RunningServer> {
  if (!existsSync(folders.sdk)) throw new Error('The SDK is not built: run `npm run build`.');
  const opened: Opened = [];
  try {
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
    const { app, consoleUrl, url } = await open(settings, folders, pino(LOG_OPTIONS, log), opened);
    return { url, consoleUrl, close: (graceMs = CLOSE_GRACE_MS) => closeWithin(graceMs, app, opened) };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

/** What must be closed, in the order in which it was opened. */
type Opened = (() => Promise<unknown>)[];

async function open(settings: Settings, folders: ServerFolders, logger: Logger, opened: Opened) {
  const { alertWebhookUrl, databaseUrl, eventMonths, limits, metricsToken, oidc, otelServiceName, otlpEndpoint, trustProxy } = settings;
  const stores = await openStores(settings, (trouble) => logger.warn({ trouble: trouble.type }, describeTrouble(trouble)));
  opened.push(stores.close);
  const tracing = otlpEndpoint === undefined ? undefined : await openTracing({ endpoint: otlpEndpoint, serviceName: otelServiceName });
  if (tracing !== undefined) opened.push(() => tracing.close());
  const tracer = tracing === undefined ? {} : { tracer: tracing.tracer };
  const tenancy = createTenancy(stores.database, { oidc, limits, databaseUrl });
  const listTenants = async (): Promise<readonly string[]> => (await tenancy.tenants.list()).map(({ tenant }) => tenant.id);
  const services = createServices(stores, { guard: tenancy, listTenants, eventMonths, measuresProcess: true, log: logger, ...retrainingOf(settings, folders, tenancy), ...collectingOf(settings), ...tracer, ...alertingOf(alertWebhookUrl, logger), ...(stores.lag === undefined ? {} : { lag: stores.lag }) });
  await seedCatalog(stores.catalog, () => readCatalogFile(folders.catalogFile));
  if (settings.demoEventsFile !== undefined) await seedDemoEvents(stores.events, settings.demoEventsFile, logger);
  if (settings.demoModelFolder !== undefined) await seedDemoModel(services.models, settings.demoModelFolder, logger);
  const app = await createApp({
    ...services, ...tracer, isReady: () => stores.database.isReachable(), sdkFolder: folders.sdk,
    shopFolders: folders.shop.filter((folder) => existsSync(folder)), logger, trustProxy, ...(metricsToken === undefined ? {} : { metricsToken }),
  });
  opened.push(() => app.close());
  await app.listen({ port: settings.port, host: settings.host });
  const url = urlOf(settings.host, portOf(app, settings.port));
  const consoleUrl = await openDemo(settings, tenancy, url);
  const scheduler = createScheduler({ jobs: services.jobs, repository: createJobRepository(stores.database), observer: observeJobs({ log: logger, metrics: services.metrics }) });
  scheduler.start();
  opened.push(() => scheduler.stop());
  const counting = createRefreshLoop(services.shopViews, listTenants, (error) => logger.error({ error: errorFacts(error) }, 'shops were not listed'));
  counting.start();
  opened.push(() => counting.stop());
  return { app, url, consoleUrl };
}

function alertingOf(url: string | undefined, logger: Logger): { readonly alert?: SendAlert } {
  return url === undefined ? {} : { alert: createWebhook({ url, failed: (reason) => logger.error({ reason }, 'an alert was not handed on') }) };
}

/** Before the first count: what these events led to is in it. */
async function seedDemoEvents(log: EventLog, file: string, logger: Logger): Promise<void> {
  const outcome = await seedEvents(() => createInterface({ input: createReadStream(file), crlfDelay: Infinity }), { log, tenantId: DEMO_TENANT_ID });
  if (outcome.status === 'left-alone') return;
  if (outcome.status === 'seeded' && outcome.wrong === 0) logger.info({ events: outcome.events }, "the demo shop's event log was filled");
  else logger.warn({ ...outcome }, "the demo shop's event log was filled in part");
}

/** A model that cannot be taken leaves the shop to the other strategies. */
async function seedDemoModel(models: ModelService, folder: string, logger: Logger): Promise<void> {
  const outcome = await seedModel(folder, DEMO_TENANT_ID, models);
  if (outcome.status === 'seeded') logger.info({ version: outcome.version }, "the demo shop's sequence model is live");
  if (outcome.status === 'refused') logger.warn({ reason: outcome.reason }, "the demo shop's sequence model was not taken");
}

function retrainingOf({ dataDir, retrainEvents, retrainMinutes }: Settings, { trainingScript }: ServerFolders, { service }: Tenancy): { readonly retraining?: RetrainingOptions } {
  if (trainingScript === undefined || retrainMinutes === 0 || !existsSync(trainingScript)) return {};
  return { retraining: {
    minutes: retrainMinutes, leastEvents: retrainEvents, workFolder: join(dataDir, 'training'), runTrainer: createTrainer(trainingScript),
    listTenants: async () => (await service.listTenants()).map(({ tenant }) => tenant.id),
  } };
}

const collectingOf = ({ trendImageOrigins: imageOrigins, trendOrigins: origins, trendTokenKey: tokenKey }: Settings): { readonly collecting?: CollectionOptions } => (tokenKey === undefined ? {} : { collecting: { tokenKey, origins, imageOrigins } });

/** The shop that a fresh server brings, and the way into its console. */
async function openDemo({ dataDir, publicOrigin }: Settings, { service, tenants, keys }: Tenancy, url: string): Promise<string> {
  await ensureTenant(tenants, { id: DEMO_TENANT_ID, name: 'Chàm', siteKey: DEMO_SITE_KEY, createdMs: Date.now(), origins: originsOf(url, publicOrigin) });
  const key = await ensureConsoleKey({ service, keys, tenantId: DEMO_TENANT_ID, file: join(dataDir, 'console-key') });
  return `${publicOrigin ?? url}/console#key=${key}`;
}

async function closeAll(opened: Opened): Promise<void> {
  // In the opposite order, each once, and one that fails does not keep the others open.
  const failures: unknown[] = [];
  for (let close = opened.pop(); close !== undefined; close = opened.pop()) {
    // oxlint-disable-next-line no-await-in-loop -- the database closes after what writes to it
    await close().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function closeWithin(graceMs: number, app: FastifyInstance, opened: Opened): Promise<void> {
  // A request that never ends must not keep the database open until the process is killed.
  const cut = setTimeout(() => app.server.closeAllConnections(), graceMs);
  await closeAll(opened).finally(() => clearTimeout(cut));
}

function portOf({ server }: FastifyInstance, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : asked;
}

// What listens everywhere is reached, from this machine, as localhost; so is the default.
function urlOf(host: string, port: number): string {
  if (['0.0.0.0', '::', 'localhost'].includes(host)) return `http://localhost:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

// Browsers tell these apart, people do not.
function originsOf(url: string, publicOrigin: string | undefined): readonly string[] {
  const local = url.startsWith('http://localhost:') ? [url, url.replace('localhost', '127.0.0.1')] : [url];
  return publicOrigin === undefined ? local : [publicOrigin, ...local];
}
