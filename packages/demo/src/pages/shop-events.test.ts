import type { Product } from '@vua/models/contracts';
import { expect, it } from 'vitest';
import type { BagLine } from './bag.ts';
import type { ProductPage, ShopState } from './shop-state.ts';
import { bagEvent, viewOf } from './shop-events.ts';

const text = { vi: 'Áo', en: 'Shirt' };
const price = { amountMinor: 690_000, currency: 'VND' } as const;
const product: Product = { id: 'shirt', garmentType: 'shirt', audience: 'women', name: text, description: text, material: text, price, colours: [{ id: 'moss', name: text, hex: '#445533' }], sizeChartId: 'shirt' };
const page: ProductPage = { name: 'product', product, chart: { id: 'shirt', garmentType: 'shirt', fit: 'regular', rows: [] }, colourId: 'moss' };
const line: BagLine = { productId: 'shirt', name: text, price, size: 'M', colourName: text, hex: '#445533' };
const state = (bag: readonly BagLine[]): ShopState => ({ language: 'vi', looks: new Map(), page, bag });

it.each([
  ['a product is viewed', viewOf(page), 'view_item', { item: { itemId: 'shirt', category: 'shirt', price } }],
  ['the list is viewed', viewOf({ name: 'list', products: [product] }), 'view_item_list', { listId: 'all', items: [{ itemId: 'shirt', category: 'shirt', price }] }],
  ['something is added', bagEvent(state([]), state([line])), 'add_to_cart', { items: [{ itemId: 'shirt', size: 'M', price, quantity: 1, colour: 'moss' }] }],
  ['something is removed', bagEvent(state([line]), state([])), 'remove_from_cart', { items: [{ itemId: 'shirt', size: 'M', price, quantity: 1 }] }],
  ['an order is pretended', bagEvent(state([line]), { ...state([]), page: { name: 'ordered', orderId: 'order-1', lines: [line] } }), 'purchase', { orderId: 'order-1', items: [{ itemId: 'shirt', size: 'M', price, quantity: 1 }], value: price }],
] as const)('%s', (_what, event, type, data) => {
  expect(event).toEqual({ type, data });
});

it('nothing happened', () => {
  expect(bagEvent(state([line]), state([line]))).toBeUndefined();
  expect(viewOf({ name: 'unknown-product' })).toBeUndefined();
  expect(viewOf({ name: 'list', products: [] })).toBeUndefined();
});
