import type { EventData } from '@vua/models/contracts';
import type { StoredEvent } from '../../storage/event-log.ts';
import type { ClickedItems } from './clicked-items.ts';
import { remember } from './remember.ts';
import type { ReportConversions } from './report-groups.ts';
import type { ShownItems } from './shown-items.ts';

type Order = EventData['purchase'];
type Line = Order['items'][number];

export interface ConversionCount {
  readonly cart: (event: StoredEvent) => void;
  readonly purchase: (event: StoredEvent) => void;
}

/** Lines of carts and orders that one pseudonymous id may bring; what a script makes up beyond them counts nothing. */
const MOST_LINES = 50;
const [MOST_SHOPPERS, MOST_ORDERS] = [50_000, 200_000];

/**
 * Gives what is put into the cart or bought to the list that led to it: by the id that the line carries, else by the shopper's last click on the item.
 * An id under which that item was not shown counts nothing. An order that is told again counts once.
 */
export function countConversions(shown: ShownItems, clicked: ClickedItems): ConversionCount {
  const lines = new Map<string, number>();
  const orders = new Map<string, true>();
  const leading = ({ anonymousId, timeMs }: StoredEvent, { itemId, recommendationId }: Line): ReportConversions | undefined => {
    const led = recommendationId === undefined ? clicked.find(anonymousId, itemId, timeMs)?.byClick : shown.find(recommendationId, itemId, timeMs)?.byId;
    const before = lines.get(anonymousId) ?? 0;
    if (led === undefined || before >= MOST_LINES) return undefined;
    remember(lines, anonymousId, before + 1, MOST_SHOPPERS);
    return led;
  };
  return {
    cart: (event) => {
      for (const item of (JSON.parse(event.dataJson) as EventData['add_to_cart']).items) {
        const led = leading(event, item);
        if (led !== undefined) led.carted += item.quantity ?? 1;
      }
    },
    purchase: (event) => {
      const { orderId, items, value } = JSON.parse(event.dataJson) as Order;
      if (orders.has(orderId)) return;
      remember(orders, orderId, true, MOST_ORDERS);
      let leftMinor = value.amountMinor;
      for (const item of items) {
        const led = leading(event, item);
        if (led !== undefined) leftMinor -= buy(led, item, { amountMinor: leftMinor, currency: value.currency });
      }
    },
  };
}

/** @param left of the order's value, which a discount may make less than its lines @returns what of it the line takes, minor units */
function buy(led: ReportConversions, { price, quantity = 1 }: Line, left: Order['value']): number {
  led.bought += quantity;
  if (price?.currency !== left.currency) return 0;
  const amountMinor = Math.min(price.amountMinor * quantity, left.amountMinor);
  led.revenue.set(price.currency, (led.revenue.get(price.currency) ?? 0) + amountMinor);
  return amountMinor;
}
