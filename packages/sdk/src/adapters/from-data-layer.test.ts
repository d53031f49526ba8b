import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fromDataLayer } from './from-data-layer.ts';
import type { Track } from './reading.ts';

const CART = { currency: 'VND', value: 490_000, items: [{ item_id: 'ao-linen', item_variant: 'M', price: 490_000, quantity: 1 }] };
const OURS = ['add_to_cart', { items: [{ itemId: 'ao-linen', size: 'M', price: { amountMinor: 490_000, currency: 'VND' }, quantity: 1 }] }];

/** A page with Google's snippet. */
function openPage(...first: unknown[]) {
  const layer: unknown[] = first;
  const track = vi.fn<Track>();
  function gtag(..._given: unknown[]): void {
    // oxlint-disable-next-line prefer-rest-params -- as Google's snippet does
    layer.push(arguments);
  }
  const calls = (): unknown[] => track.mock.calls;
  return { layer, track, gtag, calls };
}

describe('a data layer', () => {
  it('is taken over with what lies there and what comes', () => {
    const { layer, track, gtag, calls } = openPage({ 'gtm.start': 1, event: 'gtm.js' }, { ecommerce: null }, { event: 'add_to_cart', ecommerce: CART });
    gtag('js', new Date(0));
    gtag('event', 'add_to_cart', CART);
    const adapter = fromDataLayer(layer, track);
    expect(calls()).toEqual([OURS, OURS]);
    gtag('config', 'G-1');
    gtag('event', 'add_to_cart', CART);
    expect(layer.push({ event: 'search', search_term: 'linen' }, { event: 'add_to_cart', ecommerce: CART })).toBe(layer.length);
    expect(calls()).toEqual([OURS, OURS, OURS, ['search', { term: 'linen' }], OURS]);
    expect(layer).toHaveLength(9);
    expect(adapter.counts()).toEqual({ taken: 5, ignored: 4, skipped: 0 });
  });

  it('counts an order once, and what is unusable', () => {
    const { layer, track, gtag } = openPage();
    const adapter = fromDataLayer(layer, track);
    const order = { ...CART, transaction_id: 'T1' };
    gtag('event', 'purchase', { ...order, send_to: 'AW-1/abc' });
    gtag('event', 'purchase', order);
    gtag('event', 'purchase', { ...order, transaction_id: 'T2' });
    gtag('event', 'purchase', { value: 'x' });
    expect(track).toHaveBeenCalledTimes(2);
    expect(adapter.counts()).toEqual({ taken: 2, ignored: 1, skipped: 1 });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined], ['null', null], ['a text', 'event'], ['a number', 7], ['a list', ['event', 'add_to_cart', CART]], ['a function', () => undefined], ['another command', { event: 7 }],
    ['an event of the old Google Analytics', { event: 'addToCart', ecommerce: { add: { products: [{ id: 'a' }] } } }],
  ])('may hold %s', (_what, entry) => {
    const { layer, track } = openPage(entry);
    const adapter = fromDataLayer(layer, track);
    layer.push(entry);
    expect(track).not.toHaveBeenCalled();
    expect(adapter.counts()).toEqual({ taken: 0, ignored: 2, skipped: 0 });
  });

  it('may hold objects that throw when they are read', () => {
    const trap = Object.defineProperty({}, 'event', { enumerable: true, get: () => { throw new Error('trap'); } });
    const proxy = new Proxy({}, { get: () => { throw new Error('trap'); }, ownKeys: () => { throw new Error('trap'); } });
    const { layer, track } = openPage(trap);
    const adapter = fromDataLayer(layer, track);
    layer.push(proxy, { event: 'add_to_cart', ecommerce: CART });
    expect(track).toHaveBeenCalledTimes(1);
    expect(adapter.counts()).toEqual({ taken: 1, ignored: 0, skipped: 2 });
  });

  it('goes on where the tracker throws or rejects', async () => {
    const { layer } = openPage();
    const throwing = fromDataLayer(layer, () => { throw new Error('broken'); });
    fromDataLayer(layer, async () => { throw new Error('broken'); });
    expect(layer.push({ event: 'add_to_cart', ecommerce: CART })).toBe(1);
    expect(throwing.counts().taken).toBe(1);
    await Promise.resolve();
  });

  it('keeps the result, the errors and the place of the page\'s own push', () => {
    const { layer, track } = openPage();
    layer.push = function push(this: unknown, ...given: unknown[]): number {
      expect(this).toBe(layer);
      if (given[0] === 'wrong') throw new RangeError('of the page');
      return 42;
    };
    const own = layer.push;
    const adapter = fromDataLayer(layer, track);
    expect(layer.push({ event: 'add_to_cart', ecommerce: CART })).toBe(42);
    expect(() => layer.push('wrong')).toThrow(RangeError);
    adapter.close();
    expect(layer.push).toBe(own);
  });

  it('is given back, also where a tag manager came in between', () => {
    const first = openPage();
    const adapter = fromDataLayer(first.layer, first.track);
    expect(Object.keys(first.layer)).toEqual([]);
    adapter.close();
    adapter.close();
    expect(Object.hasOwn(first.layer, 'push')).toBe(false);

    const { layer, track } = openPage();
    const later = fromDataLayer(layer, track);
    const ours = layer.push;
    layer.push = (...given) => ours.apply(layer, given);
    layer.push({ event: 'add_to_cart', ecommerce: CART });
    later.close();
    expect(layer.push({ event: 'add_to_cart', ecommerce: CART })).toBe(2);
    expect(track).toHaveBeenCalledTimes(1);
  });

  it.each<[string, unknown]>([['missing', undefined], ['an object', { push: () => 1 }], ['frozen', Object.freeze([{ event: 'add_to_cart', ecommerce: CART }])]])('may be %s', (_what, layer) => {
    const track = vi.fn<Track>();
    const adapter = fromDataLayer(layer, track);
    expect(track).toHaveBeenCalledTimes(Object.isFrozen(layer) && layer !== undefined ? 1 : 0);
    expect(() => adapter.close()).not.toThrow();
  });

  it('holds whatever a page may push, and gives the page what it would have had', () => {
    fc.assert(fc.property(fc.array(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true })), fc.array(fc.anything()), (first, later) => {
      const [plain, taken] = [[...first], [...first]];
      const adapter = fromDataLayer(taken, () => undefined);
      expect(taken.push(...later)).toBe(plain.push(...later));
      expect(taken.length).toBe(plain.length);
      const { taken: events, ignored, skipped } = adapter.counts();
      expect(events + ignored + skipped).toBeGreaterThanOrEqual(plain.length);
    }));
  });
});
