import type { Answer } from './judge-answer.ts';
import { retryAfterMs } from './retry-after.ts';

export interface TransportDeps {
  /** Ends with a slash. */
  readonly apiUrl: URL;
  readonly siteKey: string;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly fetch: typeof globalThis.fetch;
}

export interface PostOptions {
  /** May be sent compressed, which costs a preflight. */
  readonly compress?: boolean;
  /** Goes on when the page goes. At most 64 KiB may be under way so. */
  readonly keepalive?: boolean;
  readonly signal?: AbortSignal;
}

/** Sends JSON to the shop's server; never rejects. @param path below `v1/`. */
export type Post = (path: string, body: string, options?: PostOptions) => Promise<Answer>;

/** Longer than a batch takes on a bad line, shorter than the lease of the writer. */
export const REQUEST_LIMIT_MS = 30_000;
/** Below it a preflight costs more than compression saves. */
const COMPRESSED_FROM = 4096;
/** With it no preflight is needed; the server reads JSON all the same. */
const SIMPLE_TYPE = 'text/plain;charset=UTF-8';

export function createTransport({ apiUrl, siteKey, now, fetch }: TransportDeps): Post {
  return async (path, body, { compress = false, keepalive = false, signal } = {}) => {
    const url = addressOf(apiUrl, siteKey, path);
    const end = new AbortController();
    const abort = (): void => end.abort();
    const timer = setTimeout(abort, REQUEST_LIMIT_MS);
    signal?.addEventListener('abort', abort);
    try {
      const isCompressed = compress && body.length >= COMPRESSED_FROM && 'CompressionStream' in globalThis;
      const response = await fetch(url, {
        method: 'POST', body: isCompressed ? await gzip(body) : body, keepalive,
        headers: { 'content-type': SIMPLE_TYPE, ...(isCompressed && { 'content-encoding': 'gzip' }) },
        // No cookie, and no address of the page, which may name a person.
        credentials: 'omit', referrerPolicy: 'origin', cache: 'no-store',
        signal: end.signal,
      });
      return { kind: 'answered', status: response.status, retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now()), body: await response.json().catch(() => undefined) as unknown };
    } catch {
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  };
}

export function addressOf(apiUrl: URL, siteKey: string, path: string): string {
  return `${new URL(`v1/${path}`, apiUrl).href}?site=${encodeURIComponent(siteKey)}`;
}

function gzip(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}
