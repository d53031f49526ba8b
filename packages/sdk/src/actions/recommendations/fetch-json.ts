/** Where a shop's data comes from. */
export interface DataPlace {
  /** Ends with a slash. */
  readonly apiUrl: URL;
  /** Whose data. @default the server's demo shop */
  readonly siteKey: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** Keeps the last answers for when the server is away. Undefined where the browser has none. */
  readonly caches: Pick<CacheStorage, 'open'> | undefined;
}

/** Who waits longer would rather see what was there before. */
const ANSWER_LIMIT_MS = 6000;
const CACHE_NAME = 'vua-recommendations-1';

export function urlIn({ apiUrl, siteKey }: DataPlace, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(path, apiUrl);
  for (const [name, value] of Object.entries({ ...(siteKey !== undefined && { site: siteKey }), ...query })) url.searchParams.set(name, value);
  return url;
}

/** Sends no cookie and no page address; undefined where nothing whole comes in time. */
export async function fetchAnswer(url: URL, { fetch }: DataPlace): Promise<Response | undefined> {
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', headers: { accept: 'application/json' }, signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    return response.ok ? response : undefined;
  } catch {
    return undefined;
  }
}

/** What the server answers, or what it answered last; undefined where neither passes `isValid`. */
export async function fetchKept<T>(url: URL, isValid: (given: unknown) => given is T, place: DataPlace): Promise<T | undefined> {
  const cache = await place.caches?.open(CACHE_NAME).catch(() => undefined);
  const response = await fetchAnswer(url, place);
  const kept = response?.clone();
  const fresh = await valid(response, isValid);
  if (fresh === undefined) return valid(await cache?.match(url).catch(() => undefined), isValid);
  // A full disk keeps nothing, and nobody waits for it.
  if (kept !== undefined) void cache?.put(url, kept).catch(() => undefined);
  return fresh;
}

async function valid<T>(response: Response | undefined, isValid: (given: unknown) => given is T): Promise<T | undefined> {
  const given: unknown = await response?.json().catch(() => undefined);
  return isValid(given) ? given : undefined;
}
