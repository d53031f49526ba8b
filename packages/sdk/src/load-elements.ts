import { type ElementsParts, createPartLoader } from './load-parts.ts';

/** The module with the elements, as the build left it. */
export interface ElementsBundle {
  /** Name beside the loader. */
  readonly entry: string;
  readonly parts: ElementsParts;
}

/** What that module must offer. */
interface ElementsModule {
  defineElements(options: { assetsUrl: URL; siteKey?: string; apiUrl?: string; calibration?: string }): void;
}

const LOADED = Symbol.for('vua.loader');
/** The build makes every `import()` of the elements wait for this (`tools/rollup/check-parts.ts`). */
const LOAD_PART = Symbol.for('vua.load-part');

interface LoaderPage {
  [LOADED]?: true;
  [LOAD_PART]?: (file: string) => Promise<void>;
}

/** Loads the elements from beside the tag that was embedded, once a page: `data-site-key`, `data-api-url` (default: the tag's origin), `data-calibration` (default: `field`). */
export function loadElements(tag: HTMLScriptElement, { entry, parts }: ElementsBundle, page: LoaderPage = globalThis as LoaderPage): void {
  if (page[LOADED]) return;
  page[LOADED] = true;
  const assetsUrl = new URL('.', tag.src);
  const loadPart = page[LOAD_PART] = createPartLoader(assetsUrl, parts, tag.nonce);
  const define = async (): Promise<void> => {
    const elements = await import(/* @vite-ignore */ new URL(entry, assetsUrl).href) as ElementsModule;
    elements.defineElements({ assetsUrl, siteKey: tag.dataset['siteKey'], apiUrl: tag.dataset['apiUrl'], calibration: tag.dataset['calibration'] });
  };
  // The browser has told the console what did not load.
  void loadPart(entry).then(define, () => undefined);
}
