import type { EventData } from '@vua/models/contracts';
import type { StoredEvent } from '../../storage/event-log.ts';

/** What an event tells of one item. */
export interface CountedStep {
  readonly itemId: string;
  /** What it counts for popularity: a view 1, a cart 3, a purchase 5. */
  readonly weight: number;
  /** Put into the cart or bought. */
  readonly isBought: boolean;
  /** Of a purchase. */
  readonly size?: string;
}

/** Steps that tables count; none for other events. */
export function stepsOfEvent({ type, itemId, dataJson }: Pick<StoredEvent, 'type' | 'itemId' | 'dataJson'>): readonly CountedStep[] {
  if (type === 'view_item' || type === 'recommendation_click') return itemId === undefined ? [] : [{ itemId, weight: 1, isBought: false }];
  if (type === 'add_to_cart') return itemsOf(dataJson).map((item) => ({ itemId: item.itemId, weight: 3, isBought: true }));
  if (type === 'purchase') return itemsOf(dataJson).map((item) => ({ itemId: item.itemId, weight: 5, isBought: true, ...(item.size === undefined ? {} : { size: item.size }) }));
  return [];
}

/** Kept events were checked when they came in. */
const itemsOf = (dataJson: string): EventData['purchase']['items'] => (JSON.parse(dataJson) as Pick<EventData['purchase'], 'items'>).items;
