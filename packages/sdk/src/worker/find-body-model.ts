import type { AssetReference } from './worker-assets.ts';

export interface SizeModelPlace {
  /** Ends with a slash. */
  readonly apiUrl: URL;
  /** Absent: no shop is asked. */
  readonly siteKey?: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** @default 3000 */
  readonly limitMs?: number;
}

/** The shop's own body model; undefined: that of this build counts. */
export type FindBodyModel = () => Promise<AssetReference | undefined>;

/** Asks the shop's server for the size model (`size/1`) of its devices, once: what measures first and what adds answers later must be one model. Who waits for it waits for a size, so not for long. */
export function createBodyModelFinder(place: SizeModelPlace): FindBodyModel {
  const { siteKey, limitMs = 3000 } = place;
  let asked: Promise<AssetReference | undefined> | undefined;
  // The page's own `fetch` may take no notice of a signal.
  const giveUp = (): Promise<undefined> => new Promise((resolve) => { setTimeout(resolve, limitMs, undefined); });
  return () => asked ??= siteKey === undefined ? Promise.resolve(undefined) : Promise.race([ask(place, siteKey).catch(() => undefined), giveUp()]);
}

/** The whole schema of the answer is not at hand here and would cost as much as this module: only what is used is looked at. */
async function ask({ apiUrl, fetch }: SizeModelPlace, siteKey: string): Promise<AssetReference | undefined> {
  const address = new URL('v1/models/size/active', apiUrl);
  address.searchParams.set('site', siteKey);
  const response = await fetch(address, { credentials: 'omit' });
  if (response.status !== 200) return undefined;
  const { files: [file] } = await response.json() as { readonly files: readonly { readonly url: string; readonly sha256: unknown }[] };
  const url = new URL(file?.url ?? '', apiUrl);
  // Only from the server itself. Whether it is the file that was meant, its hash tells when it has come.
  return typeof file?.sha256 === 'string' && url.origin === apiUrl.origin ? { url: url.href, sha256: file.sha256 } : undefined;
}
