export type DownloadRefusal = 'host-not-allowed' | 'unreachable' | 'not-found' | 'too-large';

export type ImageDownload = { readonly status: 'downloaded'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly status: 'refused'; readonly reason: DownloadRefusal };

export interface DownloadDeps {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** Names of hosts; their subdomains count too. */
  readonly hosts: readonly string[];
  readonly mostBytes: number;
  readonly timeoutMs: number;
}

/** Downloads by https from an allowed host, without cookies and without following redirects: another host could stand behind one. */
export async function downloadImage(imageUrl: string, { fetch, hosts, mostBytes, timeoutMs }: DownloadDeps): Promise<ImageDownload> {
  const url = allowedUrl(imageUrl, hosts);
  if (url === undefined) return { status: 'refused', reason: 'host-not-allowed' };
  try {
    const response = await fetch(url, { redirect: 'error', credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok || response.body === null) return { status: 'refused', reason: 'not-found' };
    const bytes = await readAtMost(response.body, mostBytes);
    return bytes === undefined ? { status: 'refused', reason: 'too-large' } : { status: 'downloaded', bytes };
  } catch {
    // Away, redirected, too slow or cut off: the next run may have more luck.
    return { status: 'refused', reason: 'unreachable' };
  }
}

function allowedUrl(text: string, hosts: readonly string[]): URL | undefined {
  const url = URL.parse(text);
  const isAllowed = url !== null && url.protocol === 'https:' && url.port === '' && url.username === '' && hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return isAllowed ? url : undefined;
}

/** Undefined as soon as there is more; what a header says of the length is not believed. */
async function readAtMost(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    // Leaving the loop cancels the stream.
    if (length > mostBytes) return undefined;
    parts.push(part);
  }
  const bytes = new Uint8Array(length);
  parts.reduce((at, part) => {
    bytes.set(part, at);
    return at + part.length;
  }, 0);
  return bytes;
}
