import fc from 'fast-check';
import type { ConsentState, EventData, EventOf, EventType, VuaEvent } from '@vua/models/contracts';
import { STEP_TYPES } from '@vua/models/sequence';
import { createIdMaker } from '../../events/index.ts';

export const START_MS = 1_763_600_000_000;
const newId = createIdMaker({ now: () => START_MS });
export const GRANTED: ConsentState = { analytics: 'granted', personalization: 'unknown', statistics: 'unknown' };
export const DENIED: ConsentState = { analytics: 'denied', personalization: 'denied', statistics: 'denied' };
export const UNKNOWN: ConsentState = { analytics: 'unknown', personalization: 'unknown', statistics: 'unknown' };

/** @param atS seconds since {@link START_MS}. */
export function sampleEvent<T extends EventType>(type: T, data: EventData[T], atS = 0, session = 1, consent: ConsentState = GRANTED): EventOf<T> {
  return { id: newId(), version: 1, timeMs: START_MS + atS * 1000, sessionId: `00000000-0000-7000-8000-${String(session).padStart(12, '0')}`, anonymousId: newId(), consent, type, data };
}

export const viewOf = (itemId: string, atS = 0, session = 1, consent?: ConsentState): VuaEvent => sampleEvent('view_item', { item: { itemId } }, atS, session, consent);

const itemId = fc.constantFrom('a', 'b', 'c', 'd');
const item = fc.record({ itemId, price: fc.record({ amountMinor: fc.nat(), currency: fc.constant('VND') }) }, { requiredKeys: ['itemId'] });

/** Events about items, over some weeks and sessions. */
export const itemEvents: fc.Arbitrary<readonly VuaEvent[]> = fc.array(fc.record({
  type: fc.constantFrom(...STEP_TYPES, 'search' as const), item, items: fc.array(item, { minLength: 1, maxLength: 3 }),
  atS: fc.oneof(fc.nat({ max: 3600 }), fc.nat({ max: 40 * 86_400 })), session: fc.integer({ min: 1, max: 3 }),
}), { maxLength: 60 }).map((given) => given.map(({ type, item: one, items, atS, session }) => sampleEvent(type, dataOf(type, one, items) as never, atS, session) as VuaEvent));

function dataOf(type: EventType, item: { itemId: string }, items: readonly { itemId: string }[]): unknown {
  if (type === 'search') return { term: 'linen' };
  if (type === 'view_item') return { item };
  return type === 'add_to_cart' || type === 'remove_from_cart' || type === 'purchase' ? { items } : type === 'return_item' ? { item, reason: 'other' } : { itemId: item.itemId };
}
