import { weekOfMs } from '@vua/models/trend';
import type { FastifyInstance } from 'fastify';
import type { CatalogRepository } from '../catalog/catalog-repository.ts';
import { PERMISSIONS, type Permission } from '../http/access.ts';
import { SAMPLE_TIME_MS, sampleConsent, sampleEvent, sampleId } from '../ingest/testing/sample-events.ts';
import type { ModelService } from '../registry/index.ts';
import { sampleSequenceModel } from '../registry/testing/sample-model.ts';
import type { TenantService } from '../tenants/tenant-service.ts';
import type { TrendModels } from '../trends/fits/create-trend-models.ts';
import type { WeekRepository } from '../trends/index.ts';
import { learnedTrends } from '../trends/testing/learned-trends.ts';
import { askApi } from './ask-api.ts';
import { sampleChart, sampleProduct } from './sample-catalog.ts';

/** A shop with something in every store. */
export interface Shop {
  readonly tenantId: string;
  readonly siteKey: string;
  readonly origin: string;
  /** Opens all that the shop may. */
  readonly credential: string;
  /** Stands in what the shop keeps, and nowhere else. */
  readonly canary: string;
  /** Stands in the public catalog of the shop, and nowhere else. */
  readonly goods: string;
  readonly itemId: string;
  readonly chartId: string;
  /** Of a model whose vocabulary holds `goods`, and that devices load. */
  readonly modelVersion: string;
  /** Of another, that waits. */
  readonly nextModelVersion: string;
  /** Somebody with an event, a rejected event and a consent record. */
  readonly subject: string;
  readonly eventId: string;
  readonly consentId: string;
  /** Of somebody else, whom the shop erased. */
  readonly erasureId: string;
}

/** More than the least number of answers that a report needs. */
export const STATISTICS_ANSWERS = 25;

const goodsOf = (tenantId: string): string => `goods-of-${tenantId}`;
const itemOf = (tenantId: string): string => `item-${tenantId}`;
const chartOf = (tenantId: string): string => `chart-${tenantId}`;

/** Puts one item into the catalog of a tenant. */
export async function sellOneItem(catalog: CatalogRepository, tenantId: string, atMs: number): Promise<void> {
  const [name, sizeChartId] = [goodsOf(tenantId), chartOf(tenantId)];
  const product = sampleProduct(itemOf(tenantId), { sizeChartId, name: { vi: name, en: name } });
  await catalog.save(tenantId, { atMs, sizeCharts: [sampleChart(sizeChartId)], items: [{ ...product, stock: [], sales: [] }] });
}

const modelOf = (tenantId: string) => sampleSequenceModel(1, { itemName: goodsOf(tenantId) });
const nextModelOf = (tenantId: string) => sampleSequenceModel(2, { itemName: goodsOf(tenantId) });

/** Lets the devices of a tenant load a model, and keeps another one. */
export async function shipOneModel(models: ModelService, tenantId: string): Promise<void> {
  for (const model of [modelOf(tenantId), nextModelOf(tenantId)]) await models.register(tenantId, model);
  await models.switch({ tenantId, kind: 'sequence' }, { type: 'activate', version: modelOf(tenantId).manifest.version });
}

/** Keeps half a year of one tag, named as its goods, and a version of the forecast. */
export async function keepOneTrend({ weeks, models }: { readonly weeks: WeekRepository; readonly models: TrendModels }, tenantId: string, atMs: number): Promise<void> {
  const week = { source: 'csv', tag: goodsOf(tenantId), count: 1, engagement: null, sentiment: null, seenMs: atMs } as const;
  await weeks.save(tenantId, Array.from({ length: 26 }, (_, k) => ({ ...week, week: weekOfMs(atMs) - 26 + k, value: 5 + k % 3 })));
  await models.add(tenantId, learnedTrends({ madeMs: atMs }));
}

/** Makes the shop, and leaves its canary wherever a request can leave something. */
export async function fillShop(tenantId: string, app: FastifyInstance, service: TenantService): Promise<Shop> {
  const origin = `https://${tenantId}.example`;
  const site = await service.createTenant({ id: tenantId, name: tenantId, origins: [origin] });
  if (site === 'taken') throw new Error(`${tenantId} is there already`);
  const shop = {
    tenantId, siteKey: site.siteKey, origin, credential: await keyOf(service, tenantId, PERMISSIONS), canary: `canary-of-${tenantId}`, goods: goodsOf(tenantId),
    itemId: itemOf(tenantId), chartId: chartOf(tenantId), modelVersion: modelOf(tenantId).manifest.version, nextModelVersion: nextModelOf(tenantId).manifest.version, subject: sampleId(), eventId: sampleId(), consentId: sampleId(), erasureId: '',
  };
  await leaveEvents(app, shop);
  return { ...shop, erasureId: await eraseSomebody(app, shop) };
}

/** A secret key of a tenant. */
export async function keyOf(service: TenantService, tenantId: string, permissions: readonly Permission[]): Promise<string> {
  const issued = await service.createKey({ tenantId, permissions });
  if (issued === undefined) throw new Error(`${tenantId} is not there`);
  return issued.credential;
}

async function leaveEvents(app: FastifyInstance, { siteKey, origin, canary, subject, eventId, consentId }: Shop): Promise<void> {
  const post = async (path: string, payload: object): Promise<void> => {
    const { status, text } = await askApi(app, { method: 'POST', url: `${path}?site=${siteKey}`, headers: { origin, 'content-type': 'application/json' }, payload: JSON.stringify(payload) });
    if (status >= 300) throw new Error(`${path} answered ${status}: ${text}`);
  };
  const event = sampleEvent({ id: eventId, anonymousId: subject, sessionId: sampleId(), data: { item: { itemId: canary }, listId: canary } });
  const wrong = { ...sampleEvent({ anonymousId: subject }), data: { [canary]: canary } };
  await post('/v1/events', { sentAtMs: SAMPLE_TIME_MS, events: [event, wrong] });
  await post('/v1/consents', { records: [sampleConsent({ id: consentId, anonymousId: subject, textVersion: canary })] });
  for (let count = 0; count < STATISTICS_ANSWERS; count += 1) await post('/v1/measurement-statistics', { kind: 'rounded', audience: 'women', valuesCm: { chest: 90 } });
}

async function eraseSomebody(app: FastifyInstance, { credential }: Shop): Promise<string> {
  const erased = await app.inject({ method: 'DELETE', url: `/v1/subjects/${sampleId()}`, headers: { authorization: `Bearer ${credential}` } });
  return erased.json<{ id: string }>().id;
}
