import type { Product, ProductColour, SizeChart } from '@vua/models/contracts';
import type { Language } from '../i18n/language.ts';
import type { BagLine } from './bag.ts';
import type { ShopConsent } from '../tracking/shop-consent.ts';
import type { ListFit } from './list-fit.ts';

/** What the product page says after a press. */
export type ProductNotice = 'choose-size' | 'added' | 'advised' | 'advised-sold-out' | 'sold-out';

export interface ProductPage {
  readonly name: 'product';
  readonly product: Product;
  readonly chart: SizeChart;
  readonly colourId: string;
  readonly size?: string;
  /** The size that the finder advised, if it is one of the chart. */
  readonly advisedSize?: string;
  readonly notice?: ProductNotice;
}

export type ShopPage =
  | { readonly name: 'loading' }
  | { readonly name: 'list'; readonly products: readonly Product[]; readonly fit?: ListFit }
  | ProductPage
  /** A purchase was pretended. */
  | { readonly name: 'ordered'; readonly orderId: string; readonly lines: readonly BagLine[] }
  | { readonly name: 'unknown-product' }
  | { readonly name: 'unreachable' };

export interface ShopState {
  readonly language: Language;
  readonly page: ShopPage;
  readonly bag: readonly BagLine[];
  /** Colour in which a product is drawn beside others, `#rrggbb`. */
  readonly looks: ReadonlyMap<string, string>;
  /** Absent while the tracker is not there. */
  readonly consent?: ShopConsent;
}

/** A product page as it opens: the first colour, no size. */
export const openProduct = (product: Product, chart: SizeChart): ProductPage => ({ name: 'product', product, chart, colourId: product.colours[0]?.id ?? '' });

export const chooseColour = (page: ProductPage, colourId: string): ProductPage => ({ ...page, colourId });

export const chooseSize = (page: ProductPage, size: string): ProductPage => ({ ...page, size, notice: undefined });

/** Marks and selects the size that the finder names; a size that the chart does not have changes nothing. */
export function takeAdvice(page: ProductPage, size: string): ProductPage {
  return page.chart.rows.some((row) => row.label === size) ? { ...page, size, advisedSize: size, notice: isInStock(page.product, size) ? 'advised' : 'advised-sold-out' } : page;
}

export function colourOf({ product, colourId }: ProductPage): ProductColour {
  const colour = product.colours.find(({ id }) => id === colourId) ?? product.colours[0];
  if (colour === undefined) throw new Error(`product ${product.id} has no colour`);
  return colour;
}

/** Whether a size can be bought now. */
export const isInStock = ({ sizesInStock }: Product, size: string): boolean => sizesInStock?.includes(size) ?? true;

/** Puts the chosen size and colour into the bag; without a size it asks for one. */
export function addToBag(state: ShopState): ShopState {
  const { page, bag } = state;
  if (page.name !== 'product') return state;
  if (page.size === undefined) return { ...state, page: { ...page, notice: 'choose-size' } };
  if (!isInStock(page.product, page.size)) return { ...state, page: { ...page, notice: 'sold-out' } };
  const { name: colourName, hex } = colourOf(page);
  const line: BagLine = { productId: page.product.id, name: page.product.name, price: page.product.price, size: page.size, colourName, hex };
  return { ...state, page: { ...page, notice: 'added' }, bag: [...bag, line] };
}

/** Pretends to buy what is in the bag. */
export const placeOrder = (state: ShopState, orderId: string): ShopState => (state.bag.length === 0 ? state : { ...state, page: { name: 'ordered', orderId, lines: state.bag }, bag: [] });

export const removeFromBag = (state: ShopState, index: number): ShopState => ({ ...state, bag: state.bag.filter((_line, at) => at !== index) });
