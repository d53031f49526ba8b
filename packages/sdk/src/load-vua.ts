import { type BundleParts, createPartLoader } from './load-parts.ts';
import type { TrackerOptions } from './tracker-options.ts';

/** A module of the build, with the files that it may load. */
interface Bundle {
  /** Name beside the loader. */
  readonly entry: string;
  readonly parts: BundleParts;
}

/** What the script tag loads. */
export interface ScriptBundles {
  readonly elements: Bundle;
  readonly tracker: Bundle;
}

interface ElementsModule {
  readonly defineElements: (options: { assetsUrl: URL; siteKey?: string; apiUrl?: string; calibration?: string }) => void;
}

interface TrackerModule {
  readonly startTracker: (options: TrackerOptions) => void;
}

const LOADED = Symbol.for('vua.loader');
/** The build makes every `import()` of a bundle wait for this (`tools/rollup/check-parts.ts`). */
const LOAD_PART = Symbol.for('vua.load-part');

interface LoaderPage {
  [LOADED]?: true;
  [LOAD_PART]?: (file: string) => Promise<void>;
  vua?: unknown;
}

/**
 * Loads elements and tracker from beside the tag that was embedded, once a page. Attributes: `data-site-key` (without it nothing is tracked),
 * `data-api-url` (default: the tag's origin), `data-customer` (HMAC of the shop's customer, may be set later), `data-calibration` (default: `field`).
 */
export function loadVua(tag: HTMLScriptElement, { elements, tracker }: ScriptBundles, page: LoaderPage = globalThis as LoaderPage): void {
  if (page[LOADED]) return;
  page[LOADED] = true;
  const assetsUrl = new URL('.', tag.src);
  const loadPart = page[LOAD_PART] = createPartLoader(assetsUrl, { ...elements.parts, ...tracker.parts }, tag.nonce);
  const { siteKey, apiUrl, calibration } = tag.dataset;
  const load = async ({ entry }: Bundle): Promise<unknown> => {
    await loadPart(entry);
    return import(/* @vite-ignore */ new URL(entry, assetsUrl).href);
  };
  // The browser has told the console what did not load.
  const nothing = (): undefined => undefined;
  void load(elements).then((module) => (module as ElementsModule).defineElements({ assetsUrl, siteKey, apiUrl, calibration }), nothing);
  if (siteKey === undefined) return;
  // What the page calls before the tracker is there is made up for.
  page.vua ??= { calls: [] };
  void load(tracker).then((module) => (module as TrackerModule).startTracker({ siteKey, apiUrl: apiUrl ?? assetsUrl.origin, customerId: () => tag.dataset['customer'] }), nothing);
}
