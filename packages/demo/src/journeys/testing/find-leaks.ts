import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RecordedRequest } from './request-recorder.ts';
import { sdkFiles } from './sdk-files.ts';
import { CATALOG } from './start-shop.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Headers that a browser writes itself and that say nothing of the shopper's body. */
const PLAIN_HEADERS = [
  'host', 'connection', 'proxy-connection', 'user-agent', 'accept', 'accept-encoding', 'accept-language', 'referer', 'origin', 'cache-control', 'pragma',
  'upgrade-insecure-requests', 'if-none-match', 'if-modified-since', 'priority', 'purpose', 'dnt',
];

/**
 * What of this could tell something of the shopper. A scan needs files that were there before it, the name of the shop's size model, and the size chart: whatever is asked for
 * besides, or carries a query, a body or a header of its own, could carry a picture or a measurement, and is a leak.
 */
export function findLeaks(requests: readonly RecordedRequest[], origin: string): readonly string[] {
  const allowed = allowedAddresses(origin);
  return requests.flatMap(({ method, url, headers, body }) => {
    const what = `${method} ${url}`;
    if (!allowed.has(url)) return [`${what}: nothing a scan needs`];
    if (method !== 'GET') return [`${what}: not a GET`];
    if (body.length > 0) return [`${what}: a body of ${body.length} bytes`];
    return strangeHeaders(headers).map((name) => `${what}: header ${name}`);
  });
}

const strangeHeaders = (headers: RecordedRequest['headers']): readonly string[] =>
  Object.keys(headers).filter((name) => !PLAIN_HEADERS.includes(name) && !name.startsWith('sec-'));

/** Every file that the build wrote, the shop's pages, and what the catalog tells everybody. */
function allowedAddresses(origin: string): ReadonlySet<string> {
  const files = [
    ...sdkFiles().map((name) => `/sdk/${name}`),
    ...['../../../dist', '../../../public'].flatMap((folder) => readdirSync(path(folder))).map((name) => `/shop/${name}`),
  ];
  const products = CATALOG.products.flatMap(({ id }) => [`/products/${id}`, `/products/${id}?lang=vi`, `/products/${id}?lang=en`, `/v1/products/${id}`, `/v1/products/${id}/size-chart`, `/v1/products/${id}/size-chart?site=site_demoshop`]);
  return new Set(['/', '/v1/products', '/v1/models/size/active?site=site_demoshop', ...files, ...products, ...recommendationAddresses()].map((address) => `${origin}${address}`));
}

/** What the recommendations of a page ask for, whoever looks at it: lists that are the same for everybody, and prices and stock of all the shop's products. */
function recommendationAddresses(): readonly string[] {
  const ids = CATALOG.products.map(({ id }) => id).sort();
  return ['/v1/products?site=site_demoshop', '/v1/recommendations/tables?site=site_demoshop', `/v1/catalog/snapshot?site=site_demoshop&items=${encodeURIComponent(ids.join(','))}`];
}
