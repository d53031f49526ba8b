import type { EventItem, EventMoney, EventType, VuaEvent } from '@vua/models/contracts';
import { toMajor } from './convert-money.ts';
import { forgetTaken, markRepeated } from './echoes.ts';

/** The page's `gtag`. */
export type Gtag = (command: 'event', name: string, parameters: Readonly<Record<string, unknown>>) => void;

export interface MirrorOptions {
  /** Types that are left out, such as those that the page reports to GA4 itself. */
  readonly except?: readonly EventType[];
}

/**
 * Repeats an event to the shop's own GA4, in GA4's terms; for `tracker.listen((event) => toGtag(gtag, event))`.
 * Only what was captured with consent to analytics, and only shopping: nothing about bodies, sizes advised or scans, and none of our ids.
 * What `fromDataLayer` took from GA4's pushes does not go back.
 * @returns whether it was repeated. Never throws.
 */
export function toGtag(gtag: Gtag, event: VuaEvent, { except = [] }: MirrorOptions = {}): boolean {
  // GA4 has it already.
  const isKnown = forgetTaken(event);
  if (isKnown || event.consent.analytics !== 'granted' || except.includes(event.type)) return false;
  const told = toGa4(event);
  if (!told) return false;
  try {
    gtag('event', told.name, markRepeated(told.parameters));
    return true;
  } catch {
    return false;
  }
}

/** An event as GA4 names it. */
export interface Ga4Event {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Undefined where GA4 has no such event, or shall not know of it. */
export function toGa4({ type, data }: VuaEvent): Ga4Event | undefined {
  return WRITERS[type]?.(data as never);
}

type Writers = { readonly [T in EventType]?: (data: Extract<VuaEvent, { type: T }>['data']) => Ga4Event };

const WRITERS: Writers = {
  view_item: ({ item, listId }) => ({ name: 'view_item', parameters: { ...listing([item]), ...(listId !== undefined && { item_list_id: listId }) } }),
  view_item_list: ({ listId, items }) => ({ name: 'view_item_list', parameters: { item_list_id: listId, ...listing(items) } }),
  search: ({ term }) => ({ name: 'search', parameters: { search_term: term } }),
  add_to_cart: ({ items }) => ({ name: 'add_to_cart', parameters: listing(items) }),
  remove_from_cart: ({ items }) => ({ name: 'remove_from_cart', parameters: listing(items) }),
  purchase: ({ orderId, items, value }) => ({ name: 'purchase', parameters: { ...listing(items), transaction_id: orderId, ...valued(value) } }),
  recommendation_show: ({ placement, itemIds }) => ({ name: 'view_item_list', parameters: { item_list_id: listOfPlacement(placement), ...listing(itemIds.map((itemId) => ({ itemId }))) } }),
  recommendation_click: ({ placement, itemId, position }) => ({ name: 'select_item', parameters: { item_list_id: listOfPlacement(placement), items: [{ item_id: itemId, index: position }] } }),
};

const listOfPlacement = (placement: string): string => `recommendations_${placement}`;
const valued = (value: EventMoney): Readonly<Record<string, unknown>> => ({ currency: value.currency, value: toMajor(value) });

/** The items, and the currency that they share. */
function listing(items: readonly EventItem[]): Readonly<Record<string, unknown>> {
  const currencies = new Set(items.flatMap(({ price }) => price?.currency ?? []));
  const [currency] = currencies;
  return { ...(currency !== undefined && currencies.size === 1 && { currency }), items: items.map((item) => written(item, currencies.size === 1)) };
}

function written({ itemId, size, colour, category, price, quantity }: EventItem, isShared: boolean): Readonly<Record<string, unknown>> {
  const variant = [colour, size].filter((part) => part !== undefined).join(' / ');
  return {
    item_id: itemId, ...(variant !== '' && { item_variant: variant }), ...(category !== undefined && { item_category: category }),
    ...(price && { price: toMajor(price), ...(!isShared && { currency: price.currency }) }), ...(quantity !== undefined && { quantity }),
  };
}
