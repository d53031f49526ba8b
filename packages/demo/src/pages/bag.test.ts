import { expect, it } from 'vitest';
import { createBagStorage, totalOf, type BagLine } from './bag.ts';

const text = { vi: 'Áo', en: 'Shirt' };
const line = (amountMinor: number): BagLine => ({ productId: 'shirt', name: text, price: { amountMinor, currency: 'VND' }, size: 'M', colourName: text, hex: '#ffffff' });

function memory(kept?: string): Pick<Storage, 'getItem' | 'setItem'> {
  let text = kept ?? null;
  return { getItem: () => text, setItem: (_key, value) => void (text = value) };
}

it('comes back on the next page', () => {
  const storage = memory();
  createBagStorage(storage).write([line(650_000)]);
  expect(createBagStorage(storage).read()).toEqual([line(650_000)]);
});

it.each([undefined, '{', 'null', '[1]', '[{"productId":"x"}]', '{"length":1}'])('is empty when %j was kept', (kept) => {
  expect(createBagStorage(memory(kept)).read()).toEqual([]);
});

it('works without a storage', () => {
  const bag = createBagStorage(undefined);
  bag.write([line(1)]);
  expect(bag.read()).toEqual([]);
});

it('adds up to the đồng', () => {
  expect(totalOf([line(650_000), line(1_190_000), line(1)])).toEqual({ amountMinor: 1_840_001, currency: 'VND' });
});
