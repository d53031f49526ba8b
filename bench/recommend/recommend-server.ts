import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createMemoryCatalog } from '../../packages/server-lite/src/catalog/memory-catalog.ts';
import { createApp } from '../../packages/server-lite/src/create-app.ts';
import { createServices } from '../../packages/server-lite/src/create-services.ts';
import { createRefreshLoop } from '../../packages/server-lite/src/recommendations/index.ts';
import { drawnModel } from '../../packages/server-lite/src/recommendations/testing/sample-shop.ts';
import { openStores } from '../../packages/server-lite/src/open-stores.ts';
import { sampleChart, sampleProduct } from '../../packages/server-lite/src/testing/sample-catalog.ts';
import { ITEMS, SITE_KEY, TENANT } from './recommend-shop.ts';

// A shop of 50,000 items with a model, on SQLite as `vua start` has it; the catalog in memory, because it is read once a minute only.
const [, , dataDir = ''] = process.argv;
mkdirSync(dataDir, { recursive: true });
const stores = await openStores({ dataDir, databaseUrl: undefined, natsUrl: undefined });
const catalog = createMemoryCatalog();
const types = ['shirt', 'tee', 'knit', 'jacket', 'coat', 'dress', 'trousers', 'jeans', 'skirt'] as const;
const items = Array.from({ length: ITEMS }, (_, k) => ({ ...sampleProduct(`i${k}`, { sizeChartId: 'chart', garmentType: types[k % types.length] }), stock: [], sales: [] }));
await catalog.save(TENANT, { atMs: Date.now(), sizeCharts: [sampleChart('chart')], items });

const model = drawnModel(ITEMS);
const guard = {
  authenticator: {
    findSite: async (siteKey: string) => (siteKey === SITE_KEY ? { tenantId: TENANT, origins: new Set(['http://bench.example']) } : undefined),
    findBearer: async () => undefined,
  },
  limiter: { take: async () => ({ status: 'taken' } as const) },
};
const services = createServices({ ...stores, catalog }, { guard, sequenceModels: { active: async () => model } });
const app = await createApp(services);
await app.listen({ port: 0, host: '127.0.0.1' });
createRefreshLoop(services.shopViews, async () => [TENANT], (error) => { throw error; }).start();
process.send?.((app.server.address() as AddressInfo).port);
