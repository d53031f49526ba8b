import { readSizeChart } from '@vua/models/size';
import type { SizeChartAnswer } from './fitting-engine.ts';

export interface SizeChartSource {
  /** Ends with a slash. */
  readonly apiUrl: URL;
  /** Whose chart: products of other shops may have the same name. @default the server's demo shop */
  readonly siteKey?: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** Keeps the last chart of each product. @default the browser's Cache API, where there is one */
  readonly caches?: Pick<CacheStorage, 'open'>;
}

const CACHE_NAME = 'vua-size-charts-1';

/** Asks the server for a product's size chart and checks what comes back; while the server is out of reach, the last chart it gave counts. */
export async function fetchSizeChart(productId: string, { apiUrl, siteKey, fetch, caches = browserCaches() }: SizeChartSource): Promise<SizeChartAnswer> {
  const url = new URL(`v1/products/${encodeURIComponent(productId)}/size-chart`, apiUrl);
  if (siteKey !== undefined) url.searchParams.set('site', siteKey);
  const cache = await caches?.open(CACHE_NAME).catch(() => undefined);
  const response = await fetch(url, { credentials: 'omit', headers: { accept: 'application/json' } }).catch(() => undefined);
  if (response?.status === 404) return { status: 'missing', reason: 'unknown-product' };
  if (!response?.ok) return readAnswer(await cache?.match(url).catch(() => undefined), 'unreachable');
  const kept = response.clone();
  const answer = await readAnswer(response, 'not-a-size-chart');
  if (answer.status === 'found') await cache?.put(url, kept).catch(() => undefined);
  return answer;
}

async function readAnswer(response: Response | undefined, reason: 'unreachable' | 'not-a-size-chart'): Promise<SizeChartAnswer> {
  const chart = readSizeChart(await response?.json().catch(() => undefined));
  return chart ? { status: 'found', chart } : { status: 'missing', reason };
}

// Absent outside a secure context.
const browserCaches = (): CacheStorage | undefined => ('caches' in globalThis ? globalThis.caches : undefined);
