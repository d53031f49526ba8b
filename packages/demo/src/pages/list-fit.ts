import type { Product } from '@vua/models/contracts';
import type { AudienceMatch, FinderGlance } from '@vua/sdk';
import { isInStock } from './shop-state.ts';

/** What fits the shopper, as the size finder told on this device; kept in memory only. */
export interface ListFit {
  /** Product -> the size that fits, or the two between which the shopper is; none where no size can be advised. */
  readonly sizes: ReadonlyMap<string, readonly string[]>;
  /** Products whose best size is likelier to be off somewhere than to fit everywhere. */
  readonly misfits: ReadonlySet<string>;
  /** Product -> whether it is cut for the shopper. */
  readonly audiences: ReadonlyMap<string, AudienceMatch>;
  /** Only what fits and is in stock is shown. */
  readonly isFiltering: boolean;
}

/** @param glances one a product, in their order */
export function listFit(products: readonly Product[], glances: readonly FinderGlance[], isFiltering: boolean): ListFit {
  return {
    sizes: new Map(products.map(({ id }, index) => [id, sizesOf(glances[index])])),
    misfits: new Set(products.filter((_, index) => isMisfit(glances[index])).map(({ id }) => id)),
    audiences: new Map(products.map(({ id }, index) => [id, glances[index]?.audience ?? 'own'])),
    isFiltering,
  };
}

function sizesOf(glance: FinderGlance | undefined): readonly string[] {
  if (glance?.status === 'recommended') return [glance.size];
  return glance?.status === 'between' ? [glance.smaller, glance.larger] : [];
}

const MORE_LIKELY = 0.5;

// Where no sex was told, the chance is one over both: low for what is cut for one of them, though it may well fit whom it is cut for.
const isMisfit = (glance: FinderGlance | undefined): boolean =>
  glance !== undefined && glance.status !== 'unavailable' && glance.audience !== 'untold' && glance.probability < MORE_LIKELY;

/** Whether a product is in stock in a size that probably fits. What is cut for others may have the shopper's numbers, and does not fit. */
export const fitsInStock = (product: Product, { sizes, audiences, misfits }: ListFit): boolean =>
  audiences.get(product.id) !== 'other' && !misfits.has(product.id) && (sizes.get(product.id) ?? []).some((size) => isInStock(product, size));

/** What the list shows. */
export const shownProducts = (products: readonly Product[], fit: ListFit | undefined): readonly Product[] =>
  (fit?.isFiltering ? products.filter((product) => fitsInStock(product, fit)) : products);
