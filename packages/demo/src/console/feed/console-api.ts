import type { EventPage, QuarantinePage, SizeCurveReport } from '@vua/models/contracts';
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

type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** Most rows that the server gives at once. */
const PAGE_ROWS = 999;
const BUSY = [429, 503];

/** Asks the server that served this page. */
export function createConsoleApi(key: string, fetch: Fetch = (...request) => globalThis.fetch(...request)): ConsoleApi {
  const ask = async <T>(path: string, signal: AbortSignal, take: (response: Response) => T | Promise<T>): Promise<Reading<T>> => {
    try {
      const response = await fetch(path, { signal, headers: { authorization: `Bearer ${key}` }, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' });
      if (response.status === 401) return { status: 'refused', reason: 'unauthenticated' };
      if (response.status === 403) return { status: 'refused', reason: 'forbidden' };
      return response.ok ? { status: 'read', value: await take(response) } : { status: 'failed', isBusy: BUSY.includes(response.status) };
    } catch {
      return { status: 'failed', isBusy: false };
    }
  };
  // The answers are the server's own, checked there by the very contracts.
  const askJson = <T>(path: string, signal: AbortSignal): Promise<Reading<T>> => ask(path, signal, async (response) => (await response.json()) as T);
  return {
    readEvents: ({ fromMs, afterId }, signal) => askJson(`/v1/events?${new URLSearchParams({ from: String(fromMs), limit: String(PAGE_ROWS), ...(afterId !== undefined && { after: afterId }) }).toString()}`, signal),
    openStream: (signal) => ask('/v1/events/stream', signal, ({ body }) => body ?? new ReadableStream<Uint8Array>()),
    readQuarantine: (signal) => askJson(`/v1/quarantine?limit=${PAGE_ROWS}`, signal),
    readSizeCurve: (signal) => askJson('/v1/insights/size-curve', signal),
  };
}
