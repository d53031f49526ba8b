import { DEMO_SITE_KEY, DEMO_TENANT_ID } from '../catalog/demo-tenant.ts';
import { createMemoryCatalog } from '../catalog/memory-catalog.ts';
import { createApp, type AppDeps } from '../create-app.ts';
import { createServices, type ServiceOptions, type Stores } from '../create-services.ts';
import { createMemoryConsents } from '../ingest/memory-consents.ts';
import { createMemoryQuarantine } from '../ingest/memory-quarantine.ts';
import { createMemoryErasures } from '../privacy/index.ts';
import { createMemoryModels } from '../registry/index.ts';
import { createMemoryRules } from '../recommendations/index.ts';
import { createMemoryStatistics } from '../sizing/index.ts';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { createMemoryTrendStores } from '../trends/collect/index.ts';
import { createMemoryForecasts, createMemoryVocabularies, createMemoryWeeks } from '../trends/index.ts';
import { createAuthenticator } from '../tenants/create-authenticator.ts';
import { createMemoryApiKeys } from '../tenants/keys/memory-api-keys.ts';
import { createMemoryLimiter } from '../tenants/limits/memory-limiter.ts';
import { RATE_LIMITS } from '../tenants/limits/rate-limits.ts';
import { createMemoryTenants } from '../tenants/memory-tenants.ts';

/** Origin of the demo shop's pages in tests. */
const SHOP_ORIGIN = 'https://shop.example';

/** Stores that live as long as the process. Only the event log refuses whom it erased. */
export const memoryStores = (stores: Partial<Stores> = {}, { models, files } = createMemoryModels()): Stores => ({
  catalog: createMemoryCatalog(), events: createMemoryEventLog(), quarantine: createMemoryQuarantine(), consents: createMemoryConsents(),
  erasures: createMemoryErasures(), erased: { among: async () => [] }, statistics: createMemoryStatistics(), rules: createMemoryRules(), models, modelFiles: files,
  trendStores: createMemoryTrendStores(), trendWeeks: createMemoryWeeks(), trendForecasts: createMemoryForecasts(), trendVocabularies: createMemoryVocabularies(), ...stores,
});

/** The whole server on memory, with the demo shop and one other in it. */
export async function openMemoryApp(stores: Partial<Stores> = {}, deps: Partial<AppDeps> & Partial<ServiceOptions> = {}): ReturnType<typeof createApp> {
  const tenants = createMemoryTenants();
  for (const [id, siteKey] of [[DEMO_TENANT_ID, DEMO_SITE_KEY], ['other', 'site_other123']] as const) {
    await tenants.add({ id, name: id, createdMs: 0 }, { siteKey, tenantId: id, origins: [SHOP_ORIGIN], createdMs: 0 });
  }
  const guard = { authenticator: createAuthenticator({ tenants, keys: createMemoryApiKeys() }), limiter: createMemoryLimiter({ limits: RATE_LIMITS }) };
  return createApp({ ...createServices(memoryStores(stores), { guard, ...deps }), ...deps });
}
