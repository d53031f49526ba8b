/** What `createVua` and `defineElements` take. */
export interface VuaOptions {
  /** Folder in which the SDK's files lie (code of the worker, WebAssembly, weights), on the shop's origin or ours; absolute or relative to the page. */
  readonly assetsUrl: string | URL;
  /** The Vừa server, for size charts. @default the origin of `assetsUrl` */
  readonly apiUrl?: string | URL;
  /** The shop's public key. Size charts are public: asking for one does not send it. */
  readonly siteKey?: string;
  /** Language of prompts and captions. @default that of the document, else Vietnamese */
  readonly locale?: 'vi' | 'en';
  /** Asks for size charts, for the shop's size model and for the body model of the answers; the worker's files come by the browser's own. @default the browser's `fetch` */
  readonly fetch?: typeof globalThis.fetch;
  /** How girths follow from the outline: `field` for people, `synthetic` for rendered bodies in tests. @default 'field' */
  readonly calibration?: 'field' | 'synthetic';
}

export interface ResolvedVuaOptions {
  /** Ends with a slash. */
  readonly assetsUrl: URL;
  /** Ends with a slash. */
  readonly apiUrl: URL;
  readonly siteKey: string | undefined;
  readonly locale: 'vi' | 'en';
  readonly calibration: 'field' | 'synthetic';
  readonly fetch: typeof globalThis.fetch;
}

/** What is read of a page; there may be none. */
interface PageLike {
  readonly baseURI: string;
  readonly documentElement: { readonly lang: string };
}

/** @throws {TypeError} for something that is no address of files, no known language or no known calibration. */
export function resolveVuaOptions(given: VuaOptions, page: PageLike | undefined = globalThis.document): ResolvedVuaOptions {
  const assetsUrl = folderUrl('assetsUrl', given.assetsUrl, page?.baseURI);
  const locale = given.locale ?? (/^en\b/i.test(page?.documentElement.lang ?? '') ? 'en' : 'vi');
  if (locale !== 'vi' && locale !== 'en') throw new TypeError(`locale must be 'vi' or 'en', got ${String(locale)}`);
  const calibration = given.calibration ?? 'field';
  if (calibration !== 'field' && calibration !== 'synthetic') throw new TypeError(`calibration (data-calibration of the script tag) must be 'field' or 'synthetic', got '${String(calibration)}'`);
  return {
    assetsUrl,
    apiUrl: folderUrl('apiUrl (data-api-url of the script tag)', given.apiUrl ?? assetsUrl.origin, page?.baseURI),
    siteKey: given.siteKey,
    locale,
    calibration,
    fetch: given.fetch ?? ((...request) => globalThis.fetch(...request)),
  };
}

/** The folder at `url`, with a slash at its end. @throws {TypeError} for something that is no address of files; `name` is said in the message. */
export function folderUrl(name: string, url: string | URL, base: string | undefined): URL {
  const resolved = parseUrl(url, base);
  // Apps in a web view have a scheme of their own; `javascript:`, `data:` and the like are no folders.
  const isFolder = resolved !== undefined && (resolved.protocol === 'https:' || resolved.protocol === 'http:' || (base !== undefined && resolved.protocol === new URL(base).protocol && base.includes('://')));
  if (!isFolder) throw new TypeError(`${name} is no address of files: '${String(url)}'`);
  if (!resolved.pathname.endsWith('/')) resolved.pathname += '/';
  return resolved;
}

// `URL.parse` is younger than some of the browsers we serve.
function parseUrl(url: string | URL, base: string | undefined): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
