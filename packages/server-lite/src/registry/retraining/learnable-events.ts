import type { EventData } from '@vua/models/contracts';
import { STEP_TYPES } from '@vua/models/sequence';
import { LEAST_SHOPPERS } from '../../storage/least-shoppers.ts';
import type { StoredEvent } from '../../storage/event-log.ts';

export type EventPages = AsyncIterable<readonly StoredEvent[]>;

/** Events that one pseudonymous id teaches with: such ids live a day, and nobody looks at so much in one. */
const MOST_OF_ONE = 1000;
/** Of how many items and ids it is known; of later ones items are not learned, and ids not bounded. */
const MOST_KNOWN = 200_000;

const STEPS: ReadonlySet<string> = new Set(STEP_TYPES);
const WITH_LISTS: ReadonlySet<string> = new Set(['add_to_cart', 'remove_from_cart', 'purchase']);

/**
 * What a training is given of a shop's log, so that a script that makes events up does not decide what everybody sees: only steps on items that the shop sells, or enough
 * different shoppers were seen with, and of each pseudonymous id the first thousand. Reads the log twice.
 */
export async function* learnableEvents(read: () => EventPages, sells: ReadonlySet<string>): AsyncGenerator<readonly StoredEvent[]> {
  const known = await itemsOfMany(read(), sells);
  const counts = new Map<string, number>();
  const isWithin = (anonymousId: string): boolean => {
    const count = (counts.get(anonymousId) ?? 0) + 1;
    if (count > 1 || counts.size < MOST_KNOWN) counts.set(anonymousId, count);
    return count <= MOST_OF_ONE;
  };
  const isKnown = (itemId: string): boolean => sells.has(itemId) || known.has(itemId);
  for await (const page of read()) {
    yield page.filter((event) => {
      const items = itemsOf(event);
      return items.length > 0 && items.every(isKnown) && isWithin(event.anonymousId);
    });
  }
}

/** Items that are not sold, such as those of last season, and enough shoppers did something with. */
async function itemsOfMany(pages: EventPages, sells: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const shoppers = new Map<string, Set<string>>();
  for await (const page of pages) {
    for (const event of page) {
      for (const itemId of itemsOf(event)) {
        if (sells.has(itemId)) continue;
        const seen = shoppers.get(itemId) ?? new Set();
        if (seen.size < LEAST_SHOPPERS) seen.add(event.anonymousId);
        if (shoppers.has(itemId) || shoppers.size < MOST_KNOWN) shoppers.set(itemId, seen);
      }
    }
  }
  return new Set([...shoppers].filter(([, seen]) => seen.size >= LEAST_SHOPPERS).map(([itemId]) => itemId));
}

/** Items that an event is a step on; none for events that teach nothing. Kept events were checked when they came in. */
function itemsOf({ type, itemId, dataJson }: StoredEvent): readonly string[] {
  if (itemId === undefined || !STEPS.has(type)) return [];
  return WITH_LISTS.has(type) ? (JSON.parse(dataJson) as EventData['purchase']).items.map((item) => item.itemId) : [itemId];
}
