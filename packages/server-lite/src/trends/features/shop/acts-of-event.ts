import type { EventData } from '@vua/models/contracts';
import type { StoredEvent } from '../../../storage/event-log.ts';

/** What a shopper did that tells of demand: with an item, or with words. */
export type DemandAct = { readonly kind: 'item'; readonly itemId: string } | { readonly kind: 'search'; readonly term: string };

/** Looking at an item, putting it into the cart, searching; none of other events. */
export function actsOfEvent({ type, itemId, dataJson }: Pick<StoredEvent, 'type' | 'itemId' | 'dataJson'>): readonly DemandAct[] {
  if (type === 'view_item') return itemId === undefined ? [] : [{ kind: 'item', itemId }];
  // Kept events were checked when they came in.
  if (type === 'add_to_cart') return (JSON.parse(dataJson) as EventData['add_to_cart']).items.map((item) => ({ kind: 'item', itemId: item.itemId }));
  return type === 'search' ? [{ kind: 'search', term: (JSON.parse(dataJson) as EventData['search']).term }] : [];
}
