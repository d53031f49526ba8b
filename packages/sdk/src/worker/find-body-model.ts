import type { AssetReference } from './worker-assets.ts';

export interface SizeModelPlace {
  /** Ends with a slash. */
  readonly apiUrl: URL;
  /** Absent: no shop is asked. */
  readonly siteKey?: string | undefined;
  readonly fetch: typeof globalThis.fetch;
}

/** An answer is 8 kB, and who waits for it waits for a size. */
const ANSWER_LIMIT_MS = 3000;

/** The size model (`size/1`) that the shop's server names for its devices; undefined: none, or the server is away, so that the one of this build counts. */
export async function findBodyModel({ apiUrl, siteKey, fetch }: SizeModelPlace): Promise<AssetReference | undefined> {
  if (siteKey === undefined) return undefined;
  try {
    const asked = new URL(`v1/models/size/active?site=${siteKey}`, apiUrl);
    const response = await fetch(asked, { credentials: 'omit', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    if (response.status !== 200) return undefined;
    const { files: [file] } = await response.json() as { readonly files: readonly { readonly url: string; readonly sha256: unknown }[] };
    const url = new URL(file?.url ?? '', apiUrl);
    // Only from the server itself. Whether it is the file that was meant, its hash tells when it has come.
    return typeof file?.sha256 === 'string' && url.origin === apiUrl.origin ? { url: url.href, sha256: file.sha256 } : undefined;
  } catch {
    return undefined;
  }
}
