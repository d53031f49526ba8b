import type { EventPage, QuarantinePage, SizeCurveReport } from '@vua/models/contracts';
import { askJson, createAskServer, type Fetch } from './ask-server.ts';
import type { Reading } from './reading.ts';

/** Times are UTC milliseconds; pages begin after an id. */
export interface EventsQuery {
  readonly fromMs: number;
  readonly afterId?: string;
}

/** What the console asks its server, with one key. */
export interface ConsoleApi {
  /** A page of events, ordered by id. */
  readEvents(query: EventsQuery, signal: AbortSignal): Promise<Reading<EventPage>>;
  /** New events as they are stored: the text of server-sent events. */
  openStream(signal: AbortSignal): Promise<Reading<ReadableStream<Uint8Array>>>;
  /** Events that were not taken, newest first. */
  readQuarantine(signal: AbortSignal): Promise<Reading<QuarantinePage>>;
  readSizeCurve(signal: AbortSignal): Promise<Reading<SizeCurveReport>>;
}

/** Most rows that the server gives at once. */
const PAGE_ROWS = 999;

export function createConsoleApi(key: string, fetch: Fetch = (...request) => globalThis.fetch(...request)): ConsoleApi {
  const ask = createAskServer(key, fetch);
  return {
    readEvents: ({ fromMs, afterId }, signal) => askJson(ask, { path: `/v1/events?${new URLSearchParams({ from: String(fromMs), limit: String(PAGE_ROWS), ...(afterId !== undefined && { after: afterId }) }).toString()}`, signal }),
    openStream: (signal) => ask({ path: '/v1/events/stream', signal }, ({ body }) => body ?? new ReadableStream<Uint8Array>()),
    readQuarantine: (signal) => askJson(ask, { path: `/v1/quarantine?limit=${PAGE_ROWS}`, signal }),
    readSizeCurve: (signal) => askJson(ask, { path: '/v1/insights/size-curve', signal }),
  };
}
