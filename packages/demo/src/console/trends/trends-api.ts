import type { TrendAccuracyReport, TrendAttributes, TrendCall, TrendPredictions, TrendSourceList, TrendTop, TrendWeeks } from '@vua/models/contracts';
import { askJson, createAskServer, type Fetch } from '../feed/ask-server.ts';
import type { Reading } from '../feed/reading.ts';

/** Most lines that the server gives of one class. */
export const MOST_LINES = 100;

/** What the console asks about trends, with one key. */
export interface TrendsApi {
  readTop(called: TrendCall, signal: AbortSignal): Promise<Reading<TrendTop>>;
  predict(tag: string, horizonWeeks: number, signal: AbortSignal): Promise<Reading<TrendPredictions>>;
  readWeeks(tag: string, signal: AbortSignal): Promise<Reading<TrendWeeks>>;
  readAccuracy(signal: AbortSignal): Promise<Reading<TrendAccuracyReport>>;
  readCollectors(signal: AbortSignal): Promise<Reading<TrendSourceList>>;
  readAttributes(signal: AbortSignal): Promise<Reading<TrendAttributes>>;
}

export function createTrendsApi(key: string, fetch: Fetch = (...request) => globalThis.fetch(...request)): TrendsApi {
  const ask = createAskServer(key, fetch);
  return {
    readTop: (called, signal) => askJson(ask, { path: `/v1/trends/top?class=${called}&limit=${MOST_LINES}`, signal }),
    predict: (tag, horizonWeeks, signal) => askJson(ask, { path: '/v1/trends/predict', body: { tags: [tag], horizonWeeks }, signal }),
    readWeeks: (tag, signal) => askJson(ask, { path: `/v1/trends/weeks?${new URLSearchParams({ tag }).toString()}`, signal }),
    readAccuracy: (signal) => askJson(ask, { path: '/v1/trends/accuracy', signal }),
    readCollectors: (signal) => askJson(ask, { path: '/v1/trends/sources', signal }),
    readAttributes: (signal) => askJson(ask, { path: '/v1/trends/attributes', signal }),
  };
}
