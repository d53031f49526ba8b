/** The module with the elements, as the build left it. */
export interface ElementsEntry {
  /** Name beside the loader. */
  readonly file: string;
  /** Subresource integrity. */
  readonly integrity: string;
}

/** What that module must offer. */
interface ElementsModule {
  defineElements(options: { assetsUrl: URL; siteKey?: string; apiUrl?: string; calibration?: string }): void;
}

interface UrlPolicy {
  createScriptURL(url: string): string;
}

const LOADED = Symbol.for('vua.loader');

/** Loads the elements from beside the tag that was embedded, once a page: `data-site-key`, `data-api-url` (default: the tag's origin), `data-calibration` (default: `field`). */
export function loadElements(tag: HTMLScriptElement, { file, integrity }: ElementsEntry, page: { [LOADED]?: true } = globalThis as { [LOADED]?: true }): void {
  if (page[LOADED]) return;
  page[LOADED] = true;
  const assetsUrl = new URL('.', tag.src);
  const url = new URL(file, assetsUrl).href;
  const script = document.createElement('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = integrity;
  script.nonce = tag.nonce;
  const define = async (): Promise<void> => {
    // The module is in the page's module map by now, its integrity checked: this fetches nothing.
    const elements = await import(/* @vite-ignore */ url) as ElementsModule;
    elements.defineElements({ assetsUrl, siteKey: tag.dataset['siteKey'], apiUrl: tag.dataset['apiUrl'], calibration: tag.dataset['calibration'] });
  };
  script.addEventListener('load', () => void define());
  script.src = trusted(url, assetsUrl.href);
  document.head.append(script);
}

/** Under Trusted Types only our own files may be named. */
function trusted(url: string, folder: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy } };
  const createScriptURL = (given: string): string => {
    if (!given.startsWith(folder)) throw new TypeError(`${given} is not one of Vừa's files`);
    return given;
  };
  return trustedTypes ? trustedTypes.createPolicy('vua', { createScriptURL }).createScriptURL(url) : url;
}
