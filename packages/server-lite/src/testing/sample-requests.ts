import { randomInt } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { SAMPLE_TIME_MS, sampleConsent, sampleEvent } from '../ingest/testing/sample-events.ts';
import type { Shop } from './fill-shop.ts';

export interface Request extends Pick<InjectOptions, 'payload' | 'headers'> {
  readonly url: string;
}

const json = (payload: unknown): Pick<Request, 'payload' | 'headers'> => ({ payload: JSON.stringify(payload), headers: { 'content-type': 'application/json' } });
const CHART = 'garment,dress\nfit,regular\nSize,Bust girth (cm)\nS,80-86\nM,86-92\n';

/**
 * A right request of every endpoint of the API description, about what belongs to a shop; without credentials.
 * A new endpoint is added here: the tests of isolation and of permissions walk over the description and fail for one that is missing.
 */
export const SAMPLE_REQUESTS: Readonly<Record<string, (shop: Shop) => Request>> = {
  'GET /healthz': () => ({ url: '/healthz' }),
  'GET /readyz': () => ({ url: '/readyz' }),
  'GET /metrics': () => ({ url: '/metrics' }),
  'GET /v1/products': () => ({ url: '/v1/products' }),
  'GET /v1/products/{id}': ({ itemId }) => ({ url: `/v1/products/${itemId}` }),
  'GET /v1/products/{id}/size-chart': ({ itemId }) => ({ url: `/v1/products/${itemId}/size-chart` }),
  'GET /v1/catalog/snapshot': ({ itemId }) => ({ url: `/v1/catalog/snapshot?items=${itemId}` }),
  // Another quantity each time: a file that changes nothing is not written.
  'POST /v1/catalog/import': ({ itemId, chartId }) => ({ url: '/v1/catalog/import', payload: `id,title,price,size,quantity,size_chart\n${itemId},changed,1,M,${randomInt(1e6)},${chartId}\n`, headers: { 'content-type': 'text/csv' } }),
  'PUT /v1/size-charts/{id}': ({ chartId }) => ({ url: `/v1/size-charts/${chartId}`, payload: CHART, headers: { 'content-type': 'text/csv' } }),
  'POST /v1/events': ({ subject, eventId }) => ({ url: '/v1/events', ...json({ sentAtMs: SAMPLE_TIME_MS, events: [sampleEvent({ id: eventId, anonymousId: subject, sessionId: subject })] }) }),
  'POST /v1/consents': ({ subject, consentId }) => ({ url: '/v1/consents', ...json({ records: [sampleConsent({ id: consentId, anonymousId: subject })] }) }),
  'POST /v1/measurement-statistics': () => ({ url: '/v1/measurement-statistics', ...json({ kind: 'rounded', audience: 'women', valuesCm: { chest: 90 } }) }),
  'GET /v1/models/{kind}/active': () => ({ url: '/v1/models/sequence/active' }),
  'GET /v1/models/{kind}/{version}/files/{name}': ({ modelVersion }) => ({ url: `/v1/models/sequence/${modelVersion}/files/vocabulary.json` }),
  'GET /v1/models/{kind}/versions': () => ({ url: '/v1/models/sequence/versions' }),
  'POST /v1/models/{kind}/{version}/activate': ({ modelVersion }) => ({ url: `/v1/models/sequence/${modelVersion}/activate` }),
  'POST /v1/models/{kind}/{version}/canary': ({ nextModelVersion }) => ({ url: `/v1/models/sequence/${nextModelVersion}/canary`, ...json({ share: 0.1 }) }),
  'POST /v1/models/{kind}/rollback': () => ({ url: '/v1/models/sequence/rollback' }),
  'GET /v1/events': () => ({ url: '/v1/events' }),
  'GET /v1/events/export': () => ({ url: '/v1/events/export' }),
  'GET /v1/events/stream': () => ({ url: '/v1/events/stream' }),
  'GET /v1/quarantine': () => ({ url: '/v1/quarantine' }),
  'GET /v1/insights/size-curve': () => ({ url: '/v1/insights/size-curve' }),
  'GET /v1/recommendations': ({ itemId }) => ({ url: `/v1/recommendations?kind=similar&items=${itemId}` }),
  'POST /v1/recommendations/by-vector': ({ itemId }) => ({ url: '/v1/recommendations/by-vector', ...json({ modelVersion: 'v1', vector: Array<number>(64).fill(1), limit: 5, exclude: [itemId] }) }),
  'GET /v1/recommendations/tables': () => ({ url: '/v1/recommendations/tables' }),
  'GET /v1/recommendations/rules': () => ({ url: '/v1/recommendations/rules' }),
  'PUT /v1/recommendations/rules': ({ itemId }) => ({ url: '/v1/recommendations/rules', ...json({ pins: [{ kind: 'similar', place: 1, itemId }], exclusions: [] }) }),
  'GET /v1/trends/sources': () => ({ url: '/v1/trends/sources' }),
  'GET /v1/trends/sources/{source}': () => ({ url: '/v1/trends/sources/instagram' }),
  'PUT /v1/trends/sources/{source}': ({ canary }) => ({ url: '/v1/trends/sources/pinterest', ...json({ token: canary, tags: ['linen'] }) }),
  'DELETE /v1/trends/sources/{source}': () => ({ url: '/v1/trends/sources/pinterest' }),
  'GET /v1/trends/vocabulary': () => ({ url: '/v1/trends/vocabulary' }),
  'PUT /v1/trends/vocabulary': () => ({ url: '/v1/trends/vocabulary', ...json({ attributes: [{ id: 'fabric:hemp', label: { vi: 'sợi gai dầu', en: 'hemp' } }] }) }),
  'GET /v1/insights/recommendations': () => ({ url: '/v1/insights/recommendations' }),
  'POST /v1/trends/predict': ({ goods }) => ({ url: '/v1/trends/predict', ...json({ tags: [goods], horizonWeeks: 4 }) }),
  'POST /predict': ({ goods }) => ({ url: '/predict', ...json({ hashtags: [`#${goods}`] }) }),
  'GET /v1/trends/top': () => ({ url: '/v1/trends/top?class=uncertain' }),
  'GET /v1/trends/attributes': () => ({ url: '/v1/trends/attributes' }),
  'GET /v1/trends/weeks': ({ goods }) => ({ url: `/v1/trends/weeks?tag=${goods}` }),
  'GET /v1/trends/accuracy': () => ({ url: '/v1/trends/accuracy' }),
  'POST /v1/trends/history': () => ({ url: '/v1/trends/history', payload: `week,linen\n2019-12-30,${randomInt(1e6)}\n`, headers: { 'content-type': 'text/csv' } }),
  'GET /v1/subjects/{id}/export': ({ subject }) => ({ url: `/v1/subjects/${subject}/export` }),
  'DELETE /v1/subjects/{id}': ({ subject }) => ({ url: `/v1/subjects/${subject}` }),
  'GET /v1/erasures/{id}': ({ erasureId }) => ({ url: `/v1/erasures/${erasureId}` }),
};

/** The endpoints whose answers show what a shop keeps, to that shop. Proof that the samples ask for something. */
export const TELLING_OPERATIONS = ['GET /v1/events', 'GET /v1/events/export', 'GET /v1/quarantine', 'GET /v1/subjects/{id}/export', 'GET /v1/trends/attributes', 'GET /v1/trends/vocabulary'];

/** The request with `?site=` of a shop and an origin of its list. */
export function fromPageOf({ siteKey, origin }: Shop, request: Request): Request {
  const { url } = request;
  return { ...request, url: `${url}${url.includes('?') ? '&' : '?'}site=${siteKey}`, headers: { ...request.headers, origin } };
}

/** The request with a credential. */
export function withCredential(credential: string, request: Request): Request {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${credential}` } };
}
