import { readSizeChart } from '@vua/models/size';
import type { SizeChartAnswer } from './fitting-engine.ts';

export interface SizeChartSource {
  /** Ends with a slash. */
  readonly apiUrl: URL;
  readonly fetch: typeof globalThis.fetch;
}

/** Asks the server for a product's size chart and checks what comes back. */
export async function fetchSizeChart(productId: string, { apiUrl, fetch }: SizeChartSource): Promise<SizeChartAnswer> {
  const url = new URL(`v1/products/${encodeURIComponent(productId)}/size-chart`, apiUrl);
  const response = await fetch(url, { credentials: 'omit', headers: { accept: 'application/json' } }).catch(() => undefined);
  if (!response) return { status: 'missing', reason: 'unreachable' };
  if (response.status === 404) return { status: 'missing', reason: 'unknown-product' };
  if (!response.ok) return { status: 'missing', reason: 'unreachable' };
  const chart = readSizeChart(await response.json().catch(() => undefined));
  return chart ? { status: 'found', chart } : { status: 'missing', reason: 'not-a-size-chart' };
}
