import type { Product } from '@vua/models/contracts';
import { expect, it } from 'vitest';
import { fitsInStock, listFit, shownProducts } from './list-fit.ts';

const text = { vi: 'Áo', en: 'Shirt' };
const product = (id: string, sizesInStock?: string[]): Product => ({
  id, garmentType: 'shirt', audience: 'women', name: text, description: text, material: text, price: { amountMinor: 1, currency: 'VND' }, colours: [], sizeChartId: id,
  ...(sizesInStock && { sizesInStock }),
});
const sure = (size: string) => ({ status: 'recommended', size, probability: 0.9, certainty: 'high' }) as const;
const products = [product('all'), product('sold-out', ['S']), product('one-of-two', ['L']), product('too-small')];
const glances = [sure('M'), sure('M'), { status: 'between', smaller: 'M', larger: 'L', likelier: 'M', probability: 0.9, certainty: 'low' }, { status: 'unavailable', reason: 'larger-than-chart' }] as const;

it('shows what fits and can be bought', () => {
  const fit = listFit(products, glances, true);
  expect(shownProducts(products, fit).map(({ id }) => id)).toEqual(['all', 'one-of-two']);
  expect(fit.sizes.get('one-of-two')).toEqual(['M', 'L']);
  expect(products.map((each) => fitsInStock(each, fit))).toEqual([true, false, true, false]);
});

it('does not count as fitting what is only the best of its chart', () => {
  const [first] = glances;
  const fitOf = (probability: number) => listFit(products, [{ ...first, probability, certainty: 'low' }], true);
  expect([0.5, 0.49].map((probability) => shownProducts(products, fitOf(probability)).length)).toEqual([1, 0]);
  expect([...fitOf(0.49).misfits]).toEqual(['all']);
  const untold = listFit(products, [{ ...first, probability: 0.3, certainty: 'low', audience: 'untold' }], true);
  expect([...untold.misfits, ...shownProducts(products, untold).map(({ id }) => id)]).toEqual(['all']);
});

it('does not count as fitting what is cut for others, and hides nothing where the shopper told no shape', () => {
  const [first] = glances;
  const fitOf = (audience: 'own' | 'other' | 'untold') => listFit(products, [{ ...first, audience }], true);
  expect((['own', 'other', 'untold'] as const).map((audience) => shownProducts(products, fitOf(audience)).map(({ id }) => id))).toEqual([['all'], [], ['all']]);
  expect(shownProducts(products, { ...fitOf('other'), isFiltering: false })).toEqual(products);
});

it('shows everything without a filter or without a body', () => {
  expect(shownProducts(products, listFit(products, glances, false))).toEqual(products);
  expect(shownProducts(products, undefined)).toEqual(products);
});
