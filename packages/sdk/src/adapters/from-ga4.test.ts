import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEvent } from '../events/check-event.ts';
import { fromGa4, GA4_TYPES } from './from-ga4.ts';

/** As Google's documentation writes an item. */
const SHIRT = {
  item_id: 'SKU_12345', item_name: 'Stan and Friends Tee', affiliation: 'Google Merchandise Store', coupon: 'SUMMER_FUN', discount: 2.22, index: 0, item_brand: 'Google',
  item_category: 'Apparel', item_category2: 'Adult', item_list_id: 'related_products', item_list_name: 'Related Products', item_variant: 'green', location_id: 'ChIJ', price: 10.01, quantity: 3,
};
const OURS = { itemId: 'SKU_12345', colour: 'green', category: 'Apparel', price: { amountMinor: 1001, currency: 'USD' }, quantity: 3 };

describe('an event of GA4', () => {
  it.each<[string, unknown, unknown]>([
    ['view_item', { currency: 'USD', value: 30.03, items: [SHIRT] }, { item: OURS, listId: 'related_products' }],
    ['view_item_list', { currency: 'USD', item_list_id: 'sale', item_list_name: 'Sale', items: [SHIRT, { item_id: 7 }] }, { listId: 'sale', items: [OURS, { itemId: '7' }] }],
    ['view_item_list', { items: [{ item_id: 'a', item_list_name: 'New in' }] }, { listId: 'New in', items: [{ itemId: 'a' }] }],
    ['view_item_list', { items: [{ item_id: 'a' }] }, { listId: 'list', items: [{ itemId: 'a' }] }],
    ['search', { search_term: 'linen shirt' }, { term: 'linen shirt' }],
    ['add_to_cart', { currency: 'USD', value: 30.03, items: [SHIRT] }, { items: [OURS] }],
    ['remove_from_cart', { items: [{ ...SHIRT, currency: 'USD', quantity: '3', price: '10.01' }] }, { items: [OURS] }],
    ['purchase', { transaction_id: 'T_1', value: 72.05, tax: 3.6, shipping: 5.99, currency: 'USD', items: [SHIRT] }, { orderId: 'T_1', value: { amountMinor: 7205, currency: 'USD' }, items: [OURS] }],
    ['purchase', { transaction_id: 12_384, currency: 'VND', items: [{ item_id: 'ao', price: 490_000, quantity: 2 }] },
      { orderId: '12384', value: { amountMinor: 980_000, currency: 'VND' }, items: [{ itemId: 'ao', price: { amountMinor: 490_000, currency: 'VND' }, quantity: 2 }] }],
    ['purchase', { transaction_id: 'k', value: 1.5, currency: 'KWD', items: [{ item_id: 'a' }] }, { orderId: 'k', value: { amountMinor: 1500, currency: 'KWD' }, items: [{ itemId: 'a' }] }],
  ])('%s %j', (type, parameters, data) => {
    expect(fromGa4(type, parameters)).toEqual({ status: 'event', call: { type, data }, skipped: 0 });
  });

  it('takes the currency of the shop where none is named', () => {
    expect(fromGa4('view_item', { items: [{ item_id: 'a', price: 5 }] }, 'JPY')).toMatchObject({ call: { data: { item: { price: { amountMinor: 5, currency: 'JPY' } } } } });
  });

  it.each<[string, string, unknown, number]>([
    ['a price without a currency', 'view_item', { items: [{ item_id: 'a', price: 5 }] }, 1],
    ['a broken price and quantity', 'add_to_cart', { currency: 'USD', items: [{ item_id: 'a', price: 'free', quantity: 0 }] }, 2],
    ['an item without an id', 'add_to_cart', { items: [{ item_name: 'Tee' }, { item_id: 'b' }, 'c', { item_id: 'x'.repeat(129) }, { item_id: 'a\u0000b' }] }, 4],
    ['more than one item to view', 'view_item', { items: [{ item_id: 'a' }, { item_id: 'b' }] }, 1],
    ['more than 100 items', 'view_item_list', { items: Array.from({ length: 105 }, (_, k) => ({ item_id: k })) }, 5],
  ])('leaves out and counts %s', (_what, name, parameters, skipped) => {
    expect(fromGa4(name, parameters)).toMatchObject({ status: 'event', skipped });
  });

  it.each<[string, unknown]>([
    ['view_item', {}], ['view_item', { items: [] }], ['add_to_cart', { items: [{}] }], ['add_to_cart', null], ['search', { search_term: '  ' }], ['search', { search_term: {} }],
    ['purchase', { transaction_id: 'a', items: [{ item_id: 'a' }] }], ['purchase', { value: 5, currency: 'USD', items: [{ item_id: 'a' }] }], ['purchase', { transaction_id: 'a', value: 5, currency: 'USD', items: [] }],
  ])('is unusable without what it needs: %s %j', (name, parameters) => {
    expect(fromGa4(name, parameters)).toEqual({ status: 'unusable' });
  });

  it.each([['page_view'], ['begin_checkout'], ['gtm.js'], ['constructor'], ['__proto__'], ['']])('%s is none of ours', (name) => {
    expect(fromGa4(name, { items: [SHIRT] })).toEqual({ status: 'ignored' });
  });

  it('is as the contract wants it, whatever the page gives', () => {
    const text = fc.string({ unit: 'binary', maxLength: 150 });
    const value = fc.oneof(text, fc.double(), fc.integer(), fc.constantFrom('USD', 'VND', 'M', '1.5', null, '\ud800', 'a\u0000'), fc.jsonValue({ maxDepth: 2 }));
    const item = fc.oneof({ weight: 5, arbitrary: fc.record({ item_id: value, item_variant: value, item_category: value, price: value, quantity: value, currency: value, item_list_id: value }, { requiredKeys: [] }) }, value);
    const parameters = fc.oneof({ weight: 5, arbitrary: fc.record({ currency: value, value, items: fc.oneof({ weight: 5, arbitrary: fc.array(item, { maxLength: 4 }) }, value), transaction_id: value, item_list_id: value, search_term: value }, { requiredKeys: [] }) }, value);
    fc.assert(fc.property(fc.constantFrom(...GA4_TYPES), parameters, (name, given) => {
      const reading = fromGa4(name, given);
      const fault = reading.status === 'event' ? checkEvent(reading.call.type, reading.call.data) : { status: 'valid' };
      expect(fault.status).toBe('valid');
    }), { numRuns: 500 });
  });
});
