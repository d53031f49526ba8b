import { type AskDeps, type FittingSizes } from '../../actions/recommendations/ask-recommendations.ts';
import { createDismissedItems, type DismissedItems } from '../../actions/recommendations/dismissed-items.ts';
import type { DataPlace } from '../../actions/recommendations/fetch-json.ts';
import { type ShopData, loadShopData } from '../../actions/recommendations/load-shop-data.ts';
import { takeSnapshot } from '../../actions/recommendations/take-snapshot.ts';
import { findShopper } from './find-shopper.ts';
import { createFittingSizes } from './fitting-sizes.ts';
import type { RecommendationServices } from './recommendation-services.ts';

export interface PageDeps extends AskDeps {
  readonly dismissed: DismissedItems;
}

/** How long several elements of a page share what was loaded. */
const SHARED_MS = 60_000;

const pages = new WeakMap<RecommendationServices, PageDeps>();

/** What all elements of a page have in common; made with the first. */
export function pageDeps(services: RecommendationServices): PageDeps {
  const deps = pages.get(services) ?? createPageDeps(services);
  pages.set(services, deps);
  return deps;
}

function createPageDeps({ apiUrl, siteKey, fetch, openEngine }: RecommendationServices): PageDeps {
  const now = (): number => Date.now();
  // Absent outside a secure context.
  const place: DataPlace = { apiUrl, siteKey, fetch, caches: 'caches' in globalThis ? globalThis.caches : undefined };
  const fittingSizes = createFittingSizes(() => openEngine('vi'));
  return {
    loadShop: sharedFor(SHARED_MS, now, () => loadShopData(place)),
    takeSnapshot: (itemIds) => takeSnapshot(itemIds, place, now()),
    shopper: () => findShopper(siteKey !== undefined),
    // Without the code for it no size is known, and everything else is as it was.
    fittingSizes: (...products) => fittingSizes(...products).catch((): FittingSizes | undefined => undefined),
    dismissed: createDismissedItems(`vua.dismissed.${siteKey ?? 'shop'}`),
    world: { now },
  };
}

/** Asks anew after `lifeMs`, and where nothing came. */
function sharedFor(lifeMs: number, now: () => number, load: () => Promise<ShopData | undefined>): AskDeps['loadShop'] {
  let last: { readonly atMs: number; readonly data: Promise<ShopData | undefined> } | undefined;
  return async () => {
    const mine = last = last !== undefined && now() - last.atMs < lifeMs ? last : { atMs: now(), data: load() };
    const data = await mine.data;
    if (data === undefined && last === mine) last = undefined;
    return data;
  };
}
