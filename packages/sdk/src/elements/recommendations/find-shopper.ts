import type { ShopperSource } from '../../actions/recommendations/shopper-source.ts';

/** A tracker puts itself there (`follow-shopper.ts`); not an event's detail, which every script of the page could read. */
const SHOPPER = Symbol.for('vua.shopper');
/** A tracker that comes later changes what is shown; few pages need that. */
const PATIENCE_MS = 1000;

type Shopper = Promise<ShopperSource | undefined>;
interface ShopperPage {
  [SHOPPER]?: Shopper;
}

let coming: Shopper | undefined;

/** The page's tracker as far as it knows the shopper, whenever it comes. */
export function whenShopper(page: ShopperPage = globalThis as ShopperPage): Shopper {
  coming ??= page[SHOPPER] ?? new Promise((resolve) => {
    // Hears of it without a byte in the tracker, which has none to spare.
    Object.defineProperty(page, SHOPPER, {
      configurable: true,
      set(shopper: Shopper) {
        Object.defineProperty(page, SHOPPER, { value: shopper, configurable: true, writable: true });
        resolve(shopper);
      },
    });
  });
  return coming;
}

/** The page's tracker, or undefined where none is there soon. @param isTracked whether one is to come */
export async function findShopper(isTracked: boolean): Shopper {
  const late = new Promise<undefined>((resolve) => { setTimeout(() => resolve(undefined), isTracked ? PATIENCE_MS : 0); });
  return Promise.race([whenShopper(), late]);
}
