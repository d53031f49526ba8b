import type { LoadedModel } from '@vua/models/contracts';
import type { ModelFault } from './device-model.ts';
import type { ModelCache } from './model-cache.ts';

/** `fetch` as far as it is used here. */
export type FetchModelFile = (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;

export type FileReading = { readonly status: 'read'; readonly bytes: Uint8Array } | { readonly status: 'refused'; readonly reason: ModelFault };

export interface FileSources {
  readonly files: LoadedModel['files'];
  readonly apiUrl: URL;
  readonly fetch: FetchModelFile;
  readonly cache: Pick<ModelCache, 'readFile' | 'writeFile'>;
}

/** A file is 4 MB at most, on a slow phone a minute. */
const FILE_LIMIT_MS = 120_000;

/** Gives files of one version by name: from the cache, else from the server; only what has the size and the hash that the version names. */
export function createFileReader({ files, apiUrl, fetch, cache }: FileSources): (name: string) => Promise<FileReading> {
  return async (name) => {
    const file = files.find((one) => one.name === name);
    if (file === undefined) return refuse('unreadable-files');
    const kept = await cache.readFile(file.sha256);
    if (kept !== undefined && (await hashOf(kept)) === file.sha256) return { status: 'read', bytes: kept };
    const bytes = await download(new URL(file.url, apiUrl), apiUrl, fetch);
    if (typeof bytes === 'string') return refuse(bytes);
    if (bytes.length !== file.bytes) return refuse('wrong-size');
    if ((await hashOf(bytes)) !== file.sha256) return refuse('wrong-hash');
    await cache.writeFile(file.sha256, bytes);
    return { status: 'read', bytes };
  };
}

const refuse = (reason: ModelFault): FileReading => ({ status: 'refused', reason });

/** Only from the server itself: a version that names another origin is refused. */
async function download(url: URL, apiUrl: URL, fetch: FetchModelFile): Promise<Uint8Array | ModelFault> {
  if (url.origin !== apiUrl.origin) return 'unreadable-manifest';
  try {
    const response = await fetch(url.href, { signal: AbortSignal.timeout(FILE_LIMIT_MS) });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : 'server-fault';
  } catch {
    return 'offline';
  }
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
