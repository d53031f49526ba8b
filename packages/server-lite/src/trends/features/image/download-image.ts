import { readAtMost } from '../../read-at-most.ts';

export type DownloadRefusal = 'origin-not-allowed' | 'unreachable' | 'not-found' | 'too-large';

export type ImageDownload = { readonly status: 'downloaded'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly status: 'refused'; readonly reason: DownloadRefusal };

export interface DownloadDeps {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** Such as `https://images.example`, or `https://*.images.example` for every host below it. */
  readonly origins: readonly string[];
  readonly mostBytes: number;
  readonly timeoutMs: number;
}

/** Downloads from an allowed origin, without cookies and without following redirects: another host could stand behind one. Stops when `signal` is aborted. */
export async function downloadImage(imageUrl: string, { fetch, origins, mostBytes, timeoutMs }: DownloadDeps, signal?: AbortSignal): Promise<ImageDownload> {
  const url = allowedUrl(imageUrl, origins);
  if (url === undefined) return { status: 'refused', reason: 'origin-not-allowed' };
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer', signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]) });
    if (!response.ok || response.body === null) return { status: 'refused', reason: 'not-found' };
    const bytes = await readAtMost(response, mostBytes);
    return bytes === undefined ? { status: 'refused', reason: 'too-large' } : { status: 'downloaded', bytes };
  } catch {
    // Away, redirected, too slow or cut off: the next run may have more luck.
    return { status: 'refused', reason: 'unreachable' };
  }
}

function allowedUrl(text: string, origins: readonly string[]): URL | undefined {
  const url = URL.parse(text);
  return url !== null && url.username === '' && url.password === '' && origins.some((origin) => isOf(url, new URL(origin))) ? url : undefined;
}

function isOf(url: URL, { protocol, port, hostname }: URL): boolean {
  const isHost = hostname.startsWith('*.') ? url.hostname.endsWith(hostname.slice(1)) : url.hostname === hostname;
  return url.protocol === protocol && url.port === port && isHost;
}
