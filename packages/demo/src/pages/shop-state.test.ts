import type { Product, SizeChart } from '@vua/models/contracts';
import { describe, expect, it } from 'vitest';
import { addToBag, chooseColour, chooseSize, colourOf, openProduct, placeOrder, removeFromBag, takeAdvice, type ShopState } from './shop-state.ts';

const chart: SizeChart = {
  id: 'dress', garmentType: 'dress', fit: 'regular',
  rows: [{ label: 'S', body: { chest: { minCm: 80, maxCm: 86 } } }, { label: 'M', body: { chest: { minCm: 86, maxCm: 92 } } }],
};
const text = { vi: 'Đầm', en: 'Dress' };
const product: Product = {
  id: 'dress', garmentType: 'dress', audience: 'women', name: text, description: text, material: text, price: { amountMinor: 1_190_000, currency: 'VND' },
  colours: [{ id: 'indigo', name: { vi: 'Chàm', en: 'Indigo' }, hex: '#34466b' }, { id: 'moss', name: { vi: 'Rêu', en: 'Moss' }, hex: '#6b7256' }], sizeChartId: 'dress',
};
const page = openProduct(product, chart);
const shop = (open: ShopState['page']): ShopState => ({ language: 'vi', looks: new Map(), page: open, bag: [] });

describe('a product page', () => {
  it('opens with the first colour and no size', () => {
    expect(colourOf(page).id).toBe('indigo');
    expect(page.size).toBeUndefined();
  });

  it('shows the chosen colour', () => {
    expect(colourOf(chooseColour(page, 'moss')).hex).toBe('#6b7256');
  });

  it('takes the advised size, and keeps its mark when the shopper chooses another', () => {
    const advised = takeAdvice(page, 'M');
    expect(advised).toMatchObject({ size: 'M', advisedSize: 'M', notice: 'advised' });
    expect(chooseSize(advised, 'S')).toMatchObject({ size: 'S', advisedSize: 'M', notice: undefined });
  });

  it('passes over a size that the chart does not have', () => {
    expect(takeAdvice(page, 'XXL')).toBe(page);
  });
});

describe('the bag', () => {
  it('asks for a size first', () => {
    expect(addToBag(shop(page))).toMatchObject({ page: { notice: 'choose-size' }, bag: [] });
  });

  it('keeps what was chosen, and gives it back', () => {
    const filled = addToBag(shop(chooseSize(chooseColour(page, 'moss'), 'S')));
    expect(filled.bag).toEqual([{ productId: 'dress', name: text, price: product.price, size: 'S', colourName: { vi: 'Rêu', en: 'Moss' }, hex: '#6b7256' }]);
    expect(filled.page).toMatchObject({ notice: 'added' });
    expect(removeFromBag(filled, 0).bag).toEqual([]);
  });

  it('takes nothing from other pages', () => {
    const list = shop({ name: 'list', products: [product] });
    expect(addToBag(list)).toBe(list);
  });
});

describe('a size that is sold out', () => {
  const scarce = openProduct({ ...product, sizesInStock: ['S'] }, chart);

  it('is said to be, and is not put into the bag', () => {
    expect(takeAdvice(scarce, 'M')).toMatchObject({ size: 'M', notice: 'advised-sold-out' });
    const after = addToBag(shop(chooseSize(scarce, 'M')));
    expect(after.bag).toEqual([]);
    expect(after.page).toMatchObject({ notice: 'sold-out' });
    expect(addToBag(shop(chooseSize(scarce, 'S'))).bag).toHaveLength(1);
  });
});

describe('a pretended order', () => {
  it('empties the bag and keeps what was bought for the page', () => {
    const filled = addToBag(shop({ ...page, size: 'M' }));
    const ordered = placeOrder(filled, 'order-1');
    expect(ordered).toMatchObject({ bag: [], page: { name: 'ordered', orderId: 'order-1', lines: filled.bag } });
    expect(placeOrder({ ...filled, bag: [] }, 'order-2').page).toBe(filled.page);
  });
});
