import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkEvent } from '../events/check-event.ts';
import { type ShopifyOptions, fromShopify, fromShopifyEvent } from './from-shopify.ts';
import type { Track } from './reading.ts';

const money = (amount: unknown, currencyCode = 'VND') => ({ amount, currencyCode });
/** As Shopify's Web Pixels API describes a `ProductVariant`. */
const VARIANT = {
  id: '45737128657113', image: { src: '//cdn/shirt.jpg' }, price: money(490_000), sku: 'AO-LINEN-M', title: 'White / M', untranslatedTitle: 'White / M',
  product: { id: '8950526378201', title: 'Linen shirt', untranslatedTitle: 'Linen shirt', type: 'Shirts', url: '/products/linen-shirt', vendor: 'Vừa' },
};
const OURS = { itemId: '8950526378201', colour: 'White', size: 'M', category: 'Shirts', price: { amountMinor: 490_000, currency: 'VND' } };
const eventOf = (name: string, data: unknown) => ({ id: 'sh-1', clientId: 'c', name, type: 'standard', timestamp: '2026-01-01T00:00:00.000Z', context: {}, data });
const CHECKOUT = {
  token: 'secret-token', currencyCode: 'VND', email: 'lan@shop.example', order: { id: '5555', customer: { id: '9' } },
  lineItems: [{ id: 'l1', quantity: 2, title: 'Linen shirt', finalLinePrice: money(900_000), variant: VARIANT }, { id: 'l2', quantity: 1, variant: null }],
  subtotalPrice: money(900_000), totalPrice: money(930_000), totalTax: money(0),
};

describe('an event of Shopify', () => {
  it.each<[string, unknown, string, unknown, number]>([
    ['product_viewed', { productVariant: VARIANT }, 'view_item', { item: OURS }, 0],
    ['collection_viewed', { collection: { id: '408', title: 'New', productVariants: [VARIANT] } }, 'view_item_list', { listId: '408', items: [OURS] }, 0],
    ['collection_viewed', { collection: { id: '', title: 'All', productVariants: [VARIANT, {}] } }, 'view_item_list', { listId: 'All', items: [OURS] }, 1],
    ['search_submitted', { searchResult: { query: 'linen', productVariants: [VARIANT, VARIANT] } }, 'search', { term: 'linen', results: 2 }, 0],
    ['product_added_to_cart', { cartLine: { cost: { totalAmount: money(980_000) }, merchandise: VARIANT, quantity: 2 } }, 'add_to_cart', { items: [{ ...OURS, quantity: 2 }] }, 0],
    ['product_removed_from_cart', { cartLine: { cost: { totalAmount: money(0) }, merchandise: VARIANT, quantity: 0 } }, 'remove_from_cart', { items: [OURS] }, 1],
    ['checkout_completed', { checkout: CHECKOUT }, 'purchase', { orderId: '5555', value: { amountMinor: 900_000, currency: 'VND' }, items: [{ ...OURS, quantity: 2 }] }, 1],
    ['checkout_completed', { checkout: { ...CHECKOUT, order: null, subtotalPrice: null } }, 'purchase', { orderId: 'sh-1', value: { amountMinor: 930_000, currency: 'VND' }, items: [{ ...OURS, quantity: 2 }] }, 1],
  ])('%s', (name, data, type, ours, skipped) => {
    expect(fromShopifyEvent(name, eventOf(name, data))).toEqual({ status: 'event', call: { type, data: ours }, skipped });
  });

  it.each<[NonNullable<ShopifyOptions['itemId']>, string]>([['product', '8950526378201'], ['variant', '45737128657113'], ['sku', 'AO-LINEN-M']])('names the item by its %s', (kind, itemId) => {
    expect(fromShopifyEvent('product_viewed', eventOf('', { productVariant: VARIANT }), kind)).toMatchObject({ call: { data: { item: { itemId } } } });
  });

  it('names it by the last part of a global id', () => {
    const product = { ...VARIANT.product, id: 'gid://shopify/Product/77' };
    expect(fromShopifyEvent('product_viewed', eventOf('', { productVariant: { ...VARIANT, product } }))).toMatchObject({ call: { data: { item: { itemId: '77' } } } });
  });

  it.each<[string, unknown]>([
    ['product_viewed', { productVariant: null }], ['product_added_to_cart', { cartLine: null }], ['collection_viewed', { collection: { id: '1', productVariants: [] } }],
    ['search_submitted', { searchResult: { query: '' } }], ['checkout_completed', { checkout: { lineItems: [] } }], ['checkout_completed', undefined],
  ])('is unusable without what it needs: %s %j', (name, data) => {
    expect(fromShopifyEvent(name, eventOf(name, data))).toEqual({ status: 'unusable' });
  });

  it('tells nothing of who bought', () => {
    const text = JSON.stringify(fromShopifyEvent('checkout_completed', eventOf('checkout_completed', { checkout: CHECKOUT })));
    expect(text).not.toMatch(/lan@|secret-token|customer/);
  });

  it('is as the contract wants it, whatever Shopify gives', () => {
    const names = ['product_viewed', 'collection_viewed', 'search_submitted', 'product_added_to_cart', 'product_removed_from_cart', 'checkout_completed'];
    const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 150 }), fc.double(), fc.constantFrom(null, 'VND', 'x'.repeat(200)), fc.jsonValue({ maxDepth: 2 }));
    const variant = fc.oneof({ weight: 5, arbitrary: fc.record({ id: value, title: value, sku: value, price: fc.oneof(fc.record({ amount: value, currencyCode: value }), value), product: fc.record({ id: value, type: value }) }, { requiredKeys: [] }) }, value);
    const lines = fc.oneof({ weight: 5, arbitrary: fc.array(fc.record({ quantity: value, variant }), { maxLength: 3 }) }, value);
    const data = fc.record({
      productVariant: variant, collection: fc.record({ id: value, title: value, productVariants: fc.array(variant, { maxLength: 3 }) }), searchResult: fc.record({ query: value, productVariants: value }),
      cartLine: fc.record({ merchandise: variant, quantity: value }), checkout: fc.record({ order: fc.record({ id: value }), lineItems: lines, subtotalPrice: value, totalPrice: fc.record({ amount: value, currencyCode: value }) }),
    }, { requiredKeys: [] });
    fc.assert(fc.property(fc.constantFrom(...names), fc.oneof({ weight: 5, arbitrary: data }, value), (name, given) => {
      const reading = fromShopifyEvent(name, eventOf(name, given));
      const fault = reading.status === 'event' ? checkEvent(reading.call.type, reading.call.data) : { status: 'valid' };
      expect(fault.status).toBe('valid');
    }), { numRuns: 500 });
  });
});

describe('the pixel', () => {
  function openPixel(refused: readonly string[] = []) {
    const listeners = new Map<string, (event: unknown) => void>();
    const analytics = {
      subscribe(name: string, listener: (event: unknown) => void): void {
        if (refused.includes(name)) throw new TypeError(`no event ${name}`);
        listeners.set(name, listener);
      },
    };
    return { analytics, publish: (name: string, data: unknown) => listeners.get(name)?.(eventOf(name, data)) };
  }

  it('hears the six events, and counts', () => {
    const track = vi.fn<Track>();
    const { analytics, publish } = openPixel();
    const adapter = fromShopify(analytics, track);
    publish('product_viewed', { productVariant: VARIANT });
    publish('product_added_to_cart', { cartLine: null });
    publish('page_viewed', {});
    expect(track.mock.calls).toEqual([['view_item', { item: OURS }]]);
    expect(adapter.counts()).toEqual({ taken: 1, ignored: 0, skipped: 1 });
    adapter.close();
    adapter.close();
    publish('product_viewed', { productVariant: VARIANT });
    expect(track).toHaveBeenCalledTimes(1);
  });

  it('hears the others where Shopify refuses one', () => {
    const track = vi.fn<Track>();
    const { analytics, publish } = openPixel(['collection_viewed']);
    fromShopify(analytics, track);
    publish('checkout_completed', { checkout: CHECKOUT });
    expect(track).toHaveBeenCalledTimes(1);
  });
});
