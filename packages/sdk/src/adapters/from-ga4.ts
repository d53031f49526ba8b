import type { EventItem, EventMoney } from '@vua/models/contracts';
import { toMinor } from './convert-money.ts';
import { readVariant } from './read-variant.ts';
import type { Reading, TrackCall } from './reading.ts';
import { type Fields, type ValueTaker, createValueTaker, fieldsOf, listOf, takeId, takeQuantity, takeText } from './take-values.ts';
import { totalOf } from './total-of.ts';

/** The types that GA4 and we name alike. */
export const GA4_TYPES = ['view_item', 'view_item_list', 'search', 'add_to_cart', 'remove_from_cart', 'purchase'] as const;
type Ga4Type = (typeof GA4_TYPES)[number];

const MOST_ITEMS = 100;
const isGa4Type = (name: string): name is Ga4Type => GA4_TYPES.some((type) => type === name);

/** Reads an e-commerce event of GA4. @param shopCurrency where neither the event nor the item names one. */
export function fromGa4(name: string, parameters: unknown, shopCurrency?: string): Reading {
  if (!isGa4Type(name)) return { status: 'ignored' };
  const taker = createValueTaker();
  const fields = fieldsOf(parameters);
  const call = READERS[name](fields, { taker, items: itemsOf(fields, taker, shopCurrency), shopCurrency });
  return call ? { status: 'event', call, skipped: taker.skipped() } : { status: 'unusable' };
}

interface Read {
  readonly taker: ValueTaker;
  readonly items: readonly EventItem[];
  readonly shopCurrency: string | undefined;
}

const withItems = (type: 'add_to_cart' | 'remove_from_cart') => (_fields: Fields, { items }: Read): TrackCall | undefined => (items.length > 0 ? { type, data: { items: [...items] } } : undefined);

const READERS: Readonly<Record<Ga4Type, (fields: Fields, read: Read) => TrackCall | undefined>> = {
  view_item(fields, { items: [item, ...others], taker }) {
    taker.skip(others.length);
    const listId = listIdOf(fields, taker);
    return item && { type: 'view_item', data: { item, ...(listId !== undefined && { listId }) } };
  },
  view_item_list(fields, { items, taker }) {
    return items.length > 0 ? { type: 'view_item_list', data: { listId: listIdOf(fields, taker) ?? 'list', items: [...items] } } : undefined;
  },
  search({ search_term: given }, { taker }) {
    const term = taker.of(given, takeText);
    return term === undefined ? undefined : { type: 'search', data: { term } };
  },
  add_to_cart: withItems('add_to_cart'),
  remove_from_cart: withItems('remove_from_cart'),
  purchase(fields, { items, taker, shopCurrency }) {
    const orderId = taker.of(fields['transaction_id'], takeId);
    const value = taker.of(fields['value'], (given) => toMinor(given, fields['currency'] ?? shopCurrency)) ?? totalOf(items);
    return orderId !== undefined && value && items.length > 0 ? { type: 'purchase', data: { orderId, items: [...items], value } } : undefined;
  },
};

/** GA4 names the list at the event or at each of its items. */
function listIdOf(fields: Fields, taker: ValueTaker): string | undefined {
  const [first] = listOf(fields['items']);
  const { item_list_id: id, item_list_name: name } = fieldsOf(first);
  return taker.of(fields['item_list_id'] ?? fields['item_list_name'] ?? id ?? name, takeId);
}

function itemsOf(fields: Fields, taker: ValueTaker, shopCurrency: string | undefined): readonly EventItem[] {
  const given = listOf(fields['items']);
  taker.skip(Math.max(0, given.length - MOST_ITEMS));
  return given.slice(0, MOST_ITEMS).flatMap((item) => taker.of(item, (one) => itemOf(fieldsOf(one), fields['currency'] ?? shopCurrency, taker)) ?? []);
}

function itemOf(fields: Fields, currency: unknown, taker: ValueTaker): EventItem | undefined {
  const itemId = takeId(fields['item_id']);
  if (itemId === undefined) return undefined;
  const variant = taker.of(fields['item_variant'], takeText);
  const category = taker.of(fields['item_category'], takeText);
  const quantity = taker.of(fields['quantity'], takeQuantity);
  const price = taker.of<EventMoney>(fields['price'], (given) => toMinor(given, fields['currency'] ?? currency));
  return {
    itemId, ...(variant !== undefined && readVariant(variant)),
    ...(category !== undefined && { category }), ...(price && { price }), ...(quantity !== undefined && { quantity }),
  };
}
