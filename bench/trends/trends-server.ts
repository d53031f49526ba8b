import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type TrendForecast, fitTrends, forecastTrend, weekOfMs } from '@vua/models/trend';
import { madeShop } from '../../packages/models/src/trend/testing/made-series.ts';
import { createApp } from '../../packages/server-lite/src/create-app.ts';
import { createServices } from '../../packages/server-lite/src/create-services.ts';
import { PERMISSIONS } from '../../packages/server-lite/src/http/access.ts';
import { openStores } from '../../packages/server-lite/src/open-stores.ts';
import { openTrendModels } from '../../packages/server-lite/src/testing/open-trend-models.ts';
import { createTrendService, createTrendViews } from '../../packages/server-lite/src/trends/index.ts';
import { learnedTrends } from '../../packages/server-lite/src/trends/testing/learned-trends.ts';
import { HORIZON_WEEKS, KEY, SERIES, TENANT, WEEKS, tagOf } from './trends-shop.ts';

// A shop of 1,000 tags over five years on SQLite, as `vua start` has it. With `nothing-kept` each forecast is made anew for each question, with `answers-not-kept` each answer.
const [, , dataDir = '', mode = ''] = process.argv;
mkdirSync(dataDir, { recursive: true });
const stores = await openStores({ dataDir, databaseUrl: undefined, natsUrl: undefined });
const firstWeek = weekOfMs(Date.now()) - WEEKS;
const series = madeShop(SERIES, { weeks: WEEKS }).map((one, k) => ({ ...one, firstWeek, id: `csv:${tagOf(k)}` }));
await stores.trendWeeks.save(TENANT, series.flatMap(({ values }, k) => values.map((value, week) => ({ source: 'csv' as const, tag: tagOf(k), week: firstWeek + week, value: value ?? 0, count: 1, engagement: null, sentiment: null, seenMs: Date.now() }))));
const fit = fitTrends(series);
const models = openTrendModels({ models: stores.models, files: stores.modelFiles });
await models.add(TENANT, learnedTrends({ madeMs: Date.now(), fit }));

const guard = {
  authenticator: { findSite: async () => undefined, findBearer: async (credential: string) => (credential === KEY ? { kind: 'key' as const, tenantId: TENANT, id: 'bench', permissions: new Set(PERMISSIONS) } : undefined) },
  limiter: { take: async () => ({ status: 'taken' } as const) },
};
const services = createServices(stores, { guard });
const views = createTrendViews({ weeks: stores.trendWeeks, models, now: () => Date.now() });
const anew = {
  changed: (tenantId: string) => views.changed(tenantId),
  of: async (tenantId: string) => {
    const view = await views.of(tenantId);
    return { ...view, forecastOf: (one: (typeof view.all)[number]): TrendForecast => forecastTrend(view.fit, one.series, HORIZON_WEEKS) };
  },
};
const keepsForecasts = mode !== 'nothing-kept';
const app = await createApp(mode === 'as-started' ? services : { ...services, trends: createTrendService({ views: keepsForecasts ? views : anew, cachedLetters: 0 }) });
await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.((app.server.address() as AddressInfo).port);
