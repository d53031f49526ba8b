import type { Product } from '@vua/models/contracts';
import type { SizeGlance } from '@vua/sdk';
import { isInStock } from './shop-state.ts';

/** What fits the shopper, as the size finder told on this device; kept in memory only. */
export interface ListFit {
  /** Product -> the size that fits, or the two between which the shopper is; none where no size can be advised. */
  readonly sizes: ReadonlyMap<string, readonly string[]>;
  /** Only what fits and is in stock is shown. */
  readonly isFiltering: boolean;
}

/** @param glances one a product, in their order */
export function listFit(products: readonly Product[], glances: readonly SizeGlance[], isFiltering: boolean): ListFit {
  return { sizes: new Map(products.map(({ id }, index) => [id, sizesOf(glances[index])])), isFiltering };
}

function sizesOf(glance: SizeGlance | undefined): readonly string[] {
  if (glance?.status === 'recommended') return [glance.size];
  return glance?.status === 'between' ? [glance.smaller, glance.larger] : [];
}

/** Whether a product is in stock in a size that fits. */
export const fitsInStock = (product: Product, { sizes }: ListFit): boolean => (sizes.get(product.id) ?? []).some((size) => isInStock(product, size));

/** What the list shows. */
export const shownProducts = (products: readonly Product[], fit: ListFit | undefined): readonly Product[] =>
  (fit?.isFiltering ? products.filter((product) => fitsInStock(product, fit)) : products);
