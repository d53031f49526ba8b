import type { EventItem, EventMoney } from '@vua/models/contracts';
import { toMinor } from './convert-money.ts';
import { createIntake } from './create-intake.ts';
import { readVariant } from './read-variant.ts';
import type { Adapter, Reading, Track, TrackCall } from './reading.ts';
import { type Fields, type ValueTaker, createValueTaker, fieldsOf, listOf, takeId, takeQuantity, takeText } from './take-values.ts';
import { totalOf } from './total-of.ts';

/** The part of Shopify's Web Pixels API that is used. */
export interface ShopifyAnalytics {
  subscribe(name: string, listener: (event: unknown) => void): unknown;
}

export interface ShopifyOptions {
  /** Which id names an item in the shop's catalog here. @default 'product' */
  readonly itemId?: 'product' | 'variant' | 'sku';
}

/** Takes over Shopify's standard events, inside a custom or an app pixel. Nothing throws into the pixel. */
export function fromShopify(analytics: ShopifyAnalytics, track: Track, { itemId = 'product' }: ShopifyOptions = {}): Adapter {
  const intake = createIntake(track);
  let isOpen = true;
  for (const name of Object.keys(READERS)) {
    const listen = (event: unknown): void => { if (isOpen) intake.take(() => fromShopifyEvent(name, event, itemId)); };
    try {
      Promise.resolve(analytics.subscribe(name, listen)).catch(() => undefined);
    } catch {
      // An event that this shop's Shopify does not have.
    }
  }
  return { counts: () => intake.counts(), close: () => { isOpen = false; } };
}

type IdKind = NonNullable<ShopifyOptions['itemId']>;

/** Reads one standard event. */
export function fromShopifyEvent(name: string, event: unknown, idKind: IdKind = 'product'): Reading {
  const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (!read) return { status: 'ignored' };
  const taker = createValueTaker();
  const call = read(fieldsOf(fieldsOf(event)['data']), { taker, idKind, eventId: fieldsOf(event)['id'] });
  return call ? { status: 'event', call, skipped: taker.skipped() } : { status: 'unusable' };
}

interface Read {
  readonly taker: ValueTaker;
  readonly idKind: IdKind;
  readonly eventId: unknown;
}

const MOST_ITEMS = 100;

const cartLine = (type: 'add_to_cart' | 'remove_from_cart') => ({ cartLine: given }: Fields, { taker, idKind }: Read): TrackCall | undefined => {
  const { merchandise, quantity } = fieldsOf(given);
  const item = itemOf(merchandise, quantity, taker, idKind);
  return item && { type, data: { items: [item] } };
};

const READERS: Readonly<Record<string, (data: Fields, read: Read) => TrackCall | undefined>> = {
  product_viewed({ productVariant }, { taker, idKind }) {
    const item = itemOf(productVariant, undefined, taker, idKind);
    return item && { type: 'view_item', data: { item } };
  },
  collection_viewed({ collection }, { taker, idKind }) {
    const { id, title, productVariants } = fieldsOf(collection);
    const items = itemsOf(productVariants, taker, (variant) => itemOf(variant, undefined, taker, idKind));
    return items.length > 0 ? { type: 'view_item_list', data: { listId: taker.of(id, takeId) ?? taker.of(title, takeId) ?? 'list', items } } : undefined;
  },
  search_submitted({ searchResult }, { taker }) {
    const { query, productVariants } = fieldsOf(searchResult);
    const term = taker.of(query, takeText);
    return term === undefined ? undefined : { type: 'search', data: { term, ...(Array.isArray(productVariants) && { results: productVariants.length }) } };
  },
  product_added_to_cart: cartLine('add_to_cart'),
  product_removed_from_cart: cartLine('remove_from_cart'),
  checkout_completed({ checkout }, { taker, idKind, eventId }) {
    const { order, lineItems, subtotalPrice, totalPrice } = fieldsOf(checkout);
    const items = itemsOf(lineItems, taker, (line) => itemOf(fieldsOf(line)['variant'], fieldsOf(line)['quantity'], taker, idKind));
    // Without shipping and taxes, as GA4 counts. The checkout's token would open the checkout: it is not used.
    const value = taker.of(subtotalPrice, moneyOf) ?? taker.of(totalPrice, moneyOf) ?? totalOf(items);
    const orderId = taker.of(fieldsOf(order)['id'], takeId) ?? takeId(eventId);
    return orderId !== undefined && value && items.length > 0 ? { type: 'purchase', data: { orderId, items, value } } : undefined;
  },
};

function itemsOf(given: unknown, taker: ValueTaker, read: (given: unknown) => EventItem | undefined): EventItem[] {
  const lines = listOf(given);
  taker.skip(Math.max(0, lines.length - MOST_ITEMS));
  return lines.slice(0, MOST_ITEMS).flatMap((line) => taker.of(line, read) ?? []);
}

/** @param given Shopify's `ProductVariant`. */
function itemOf(given: unknown, count: unknown, taker: ValueTaker, idKind: IdKind): EventItem | undefined {
  const variant = fieldsOf(given);
  const product = fieldsOf(variant['product']);
  const itemId = takeId({ product: product['id'], variant: variant['id'], sku: variant['sku'] }[idKind]);
  if (itemId === undefined) return undefined;
  const title = taker.of(variant['title'], takeText);
  const category = taker.of(product['type'], takeText);
  const price = taker.of(variant['price'], moneyOf);
  const quantity = taker.of(count, takeQuantity);
  return {
    itemId, ...(title !== undefined && readVariant(title)),
    ...(category !== undefined && { category }), ...(price && { price }), ...(quantity !== undefined && { quantity }),
  };
}

/** @param given Shopify's `MoneyV2`. */
function moneyOf(given: unknown): EventMoney | undefined {
  const { amount, currencyCode } = fieldsOf(given);
  return toMinor(amount, currencyCode);
}
