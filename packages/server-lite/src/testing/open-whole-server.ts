import { Writable } from 'node:stream';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createDatabaseCatalog } from '../catalog/database-catalog.ts';
import { createApp } from '../create-app.ts';
import { createServices } from '../create-services.ts';
import { PERMISSIONS, type Caller, type Permission } from '../http/access.ts';
import { LOG_OPTIONS } from '../http/log-options.ts';
import { noLimits } from '../http/testing/open-guarded-app.ts';
import { createDatabaseConsents } from '../ingest/database-consents.ts';
import { createDatabaseQuarantine } from '../ingest/database-quarantine.ts';
import { SAMPLE_TIME_MS } from '../ingest/testing/sample-events.ts';
import { createErasedSubjects, createErasures } from '../privacy/index.ts';
import { createDatabaseModelFiles, createDatabaseModels } from '../registry/index.ts';
import { createRules } from '../recommendations/index.ts';
import { drawnModel } from '../recommendations/testing/sample-shop.ts';
import { createStatistics } from '../sizing/index.ts';
import type { EventLog, LateEvents } from '../storage/event-log.ts';
import type { PostgresDatabase } from '../storage/open-postgres.ts';
import type { SqliteDatabase } from '../storage/open-sqlite.ts';
import { createPostgresEventLog } from '../storage/postgres-event-log.ts';
import { createSqliteEventLog } from '../storage/sqlite-event-log.ts';
import { openTestSqlite } from '../storage/testing/test-databases.ts';
import { createAuthenticator } from '../tenants/create-authenticator.ts';
import { createDatabaseTenants } from '../tenants/database-tenants.ts';
import { createDatabaseApiKeys } from '../tenants/keys/database-api-keys.ts';
import { createTenantService } from '../tenants/tenant-service.ts';
import { createTrendStores } from '../trends/collect/index.ts';
import { createDatabaseForecasts, createDatabaseVocabularies, createDatabaseWeeks } from '../trends/index.ts';
import { fillShop, keepOneTrend, keyOf, sellOneItem, shipOneModel, type Shop } from './fill-shop.ts';
import { openTrendModels } from './open-trend-models.ts';

export interface WholeServer {
  readonly app: FastifyInstance;
  readonly shops: { readonly a: Shop; readonly b: Shop };
  /** A key of the shop with these permissions. */
  readonly makeKey: (shop: Shop, permissions: readonly Permission[]) => Promise<string>;
  /** All that was logged. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/** Opens the figures for Prometheus. */
export const METRICS_TOKEN = 'a-token-of-these-tests';

/** A token with which a person of the shop signs in; only tests know it. */
export const tokenOf = ({ tenantId }: Shop, permissions: readonly Permission[]): string => `person.${tenantId}.${permissions.join(',')}`;

const clock = (): number => SAMPLE_TIME_MS + 1000;

/** The whole server on one database, with two shops. @param given is closed with it; a fresh SQLite database unless told otherwise */
export async function openWholeServer(given?: SqliteDatabase | PostgresDatabase): Promise<WholeServer> {
  const database = given ?? await openTestSqlite();
  const [tenants, keys] = [createDatabaseTenants(database), createDatabaseApiKeys(database)];
  const service = createTenantService({ tenants, keys });
  // As long as a slow machine needs to ask every endpoint twice.
  const authenticator = createAuthenticator({ tenants, keys, ttlMs: 120_000, people: { findPerson: async (token) => readPerson(token) } });
  const stores = {
    catalog: createDatabaseCatalog(database), events: openEvents(database), quarantine: createDatabaseQuarantine(database),
    consents: createDatabaseConsents(database), erasures: createErasures(database), erased: createErasedSubjects(database), statistics: createStatistics(database),
    rules: createRules(database), models: createDatabaseModels(database), modelFiles: createDatabaseModelFiles(database),
    trendStores: createTrendStores(database), trendWeeks: createDatabaseWeeks(database), trendForecasts: createDatabaseForecasts(database), trendVocabularies: createDatabaseVocabularies(database),
  };
  const model = drawnModel(8);
  const { logger, text } = collectLog();
  const services = createServices(stores, { guard: { authenticator, limiter: noLimits }, sequenceModels: { active: async () => model }, clock, collecting: { tokenKey: new Uint8Array(32), origins: [] } });
  const app = await createApp({ ...services, isReady: () => database.isReachable(), logger, metricsToken: METRICS_TOKEN });
  const openShop = async (tenantId: string): Promise<Shop> => {
    await sellOneItem(stores.catalog, tenantId, clock());
    await shipOneModel(services.models, tenantId);
    await keepOneTrend({ weeks: stores.trendWeeks, models: openTrendModels({ models: stores.models, files: stores.modelFiles }) }, tenantId, clock());
    const shop = await fillShop(tenantId, app, service);
    await services.trendSources.save(tenantId, 'instagram', { token: shop.canary, accountIds: ['1'], tags: [shop.goods] });
    await services.trendVocabularies.save(tenantId, { attributes: [{ id: 'fabric:own', label: { vi: shop.canary, en: shop.canary } }] });
    return shop;
  };
  const shops = { a: await openShop('shop-a'), b: await openShop('shop-b') };
  const close = async (): Promise<void> => {
    await app.close();
    await stores.events.close();
    await database.close();
  };
  return { app, shops, log: text, makeKey: (shop, permissions) => keyOf(service, shop.tenantId, permissions), close };
}

const openEvents = (database: SqliteDatabase | PostgresDatabase): EventLog & LateEvents => (database.dialect === 'sqlite' ? createSqliteEventLog(database, {}, clock) : createPostgresEventLog(database, {}, clock));

function readPerson(token: string): Extract<Caller, { permissions: unknown }> | undefined {
  const [kind, tenantId = '', names = ''] = token.split('.');
  return kind === 'person' ? { kind, tenantId, id: 'p1', permissions: new Set(PERMISSIONS.filter((name) => names.split(',').includes(name))) } : undefined;
}

function collectLog(): { readonly logger: FastifyBaseLogger; readonly text: () => string } {
  let text = '';
  const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => {
    text += chunk.toString();
    done();
  } });
  return { logger: pino(LOG_OPTIONS, stream), text: () => text };
}
