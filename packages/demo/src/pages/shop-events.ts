import type { Product } from '@vua/models/contracts';
import type { EventData } from '@vua/sdk';
import { type BagLine, totalOf } from './bag.ts';
import type { ShopPage, ShopState } from './shop-state.ts';

/** An event of the shop, with its type. */
export type ShopEvent = { [T in 'view_item' | 'view_item_list' | 'add_to_cart' | 'remove_from_cart' | 'purchase' | 'size_chart_click']: { readonly type: T; readonly data: EventData[T] } }['view_item' | 'view_item_list' | 'add_to_cart' | 'remove_from_cart' | 'purchase' | 'size_chart_click'];

type Item = EventData['view_item']['item'];

/** An event has at most 100 items. */
const MOST_ITEMS = 100;

const itemOf = ({ id, garmentType, price }: Product): Item => ({ itemId: id, category: garmentType, price });

const lineItem = ({ productId, size, price }: BagLine): Item => ({ itemId: productId, size, price, quantity: 1 });

/** What opening a page means. */
export function viewOf(page: ShopPage): ShopEvent | undefined {
  if (page.name === 'product') return { type: 'view_item', data: { item: itemOf(page.product) } };
  if (page.name !== 'list' || page.products.length === 0) return undefined;
  return { type: 'view_item_list', data: { listId: 'all', items: page.products.slice(0, MOST_ITEMS).map(itemOf) } };
}

/** What a step changed in the bag. */
export function bagEvent({ bag: before, page }: ShopState, { bag: after, page: pageAfter }: ShopState): ShopEvent | undefined {
  if (pageAfter.name === 'ordered') return { type: 'purchase', data: { orderId: pageAfter.orderId, items: pageAfter.lines.map(lineItem), value: totalOf(pageAfter.lines) } };
  const added = after.length > before.length ? after.at(-1) : undefined;
  if (added !== undefined) {
    const colour = page.name === 'product' ? { colour: page.colourId } : {};
    return { type: 'add_to_cart', data: { items: [{ ...lineItem(added), ...colour }] } };
  }
  const removed = before.filter((line) => !after.includes(line));
  return removed.length === 0 ? undefined : { type: 'remove_from_cart', data: { items: removed.map(lineItem) } };
}
