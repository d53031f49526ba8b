import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type ConsentState, EVENT_DATA, type EventData, type EventType, type VuaEvent } from '@vua/models/contracts';
import { createIdMaker } from '../events/index.ts';
import type { JsonSchema } from '../find-fault.ts';
import { valuesOf } from '../testing/schema-arbitrary.ts';
import { fromDataLayer } from './from-data-layer.ts';
import { GA4_TYPES, fromGa4 } from './from-ga4.ts';
import type { Track } from './reading.ts';
import { type Gtag, toGa4, toGtag } from './to-gtag.ts';

const newId = createIdMaker({ now: () => 1_763_600_000_000 });
const consentOf = (analytics: ConsentState['analytics']): ConsentState => ({ analytics, personalization: 'granted', statistics: 'granted' });
const eventOf = <T extends EventType>(type: T, data: EventData[T], analytics: ConsentState['analytics'] = 'granted'): VuaEvent =>
  ({ id: newId(), version: 1, timeMs: 1, sessionId: newId(), anonymousId: newId(), customerId: 'c'.repeat(43), consent: consentOf(analytics), type, data }) as VuaEvent;

const SHIRT = { itemId: 'ao', size: 'M', colour: 'red', category: 'Shirts', price: { amountMinor: 1999, currency: 'USD' }, quantity: 2 };
const GOOGLES = { item_id: 'ao', item_variant: 'red / M', item_category: 'Shirts', price: 19.99, quantity: 2 };

describe('an event in GA4\'s terms', () => {
  it.each<[VuaEvent, unknown]>([
    [eventOf('view_item', { item: SHIRT, listId: 'sale' }), { name: 'view_item', parameters: { currency: 'USD', items: [GOOGLES], item_list_id: 'sale' } }],
    [eventOf('view_item_list', { listId: 'sale', items: [SHIRT] }), { name: 'view_item_list', parameters: { item_list_id: 'sale', currency: 'USD', items: [GOOGLES] } }],
    [eventOf('search', { term: 'linen', results: 4 }), { name: 'search', parameters: { search_term: 'linen' } }],
    [eventOf('add_to_cart', { items: [{ itemId: 'ao', price: { amountMinor: 490_000, currency: 'VND' } }] }), { name: 'add_to_cart', parameters: { currency: 'VND', items: [{ item_id: 'ao', price: 490_000 }] } }],
    [eventOf('remove_from_cart', { items: [{ itemId: 'ao' }] }), { name: 'remove_from_cart', parameters: { items: [{ item_id: 'ao' }] } }],
    [eventOf('purchase', { orderId: 'T1', items: [SHIRT], value: { amountMinor: 1500, currency: 'KWD' } }), { name: 'purchase', parameters: { items: [GOOGLES], transaction_id: 'T1', currency: 'KWD', value: 1.5 } }],
    [eventOf('recommendation_show', { placement: 'cart', itemIds: ['a', 'b'] }), { name: 'view_item_list', parameters: { item_list_id: 'recommendations_cart', items: [{ item_id: 'a' }, { item_id: 'b' }] } }],
    [eventOf('recommendation_click', { placement: 'cart', itemId: 'b', position: 1 }), { name: 'select_item', parameters: { item_list_id: 'recommendations_cart', items: [{ item_id: 'b', index: 1 }] } }],
  ])('%#', (event, told) => {
    expect(toGa4(event)).toEqual(told);
  });

  it('is none for what tells of a body, and for what is the shop\'s alone', () => {
    const silent = ['size_finder_open', 'size_advice', 'size_choose', 'size_chart_click', 'scan_start', 'scan_finish', 'scan_fail', 'return_item', 'click', 'custom', 'survey_answer', 'action_show', 'trade_in_step'] as const;
    for (const type of silent) expect(toGa4({ ...eventOf('search', { term: 'x' }), type } as VuaEvent), type).toBeUndefined();
  });

  it('comes back as it went, for what both name alike', () => {
    // How GA4 writes variants is no matter of ours, its prices are floats, and our recommendations are not told to it.
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (['size', 'colour', 'results', 'modelVersion', 'recommendationId'].includes(key) ? undefined : key === 'amountMinor' ? Number(inner) % 1e9 : key === 'currency' ? 'USD' : inner)));
    const call = fc.constantFrom(...GA4_TYPES).chain((type) => valuesOf(EVENT_DATA[type] as unknown as JsonSchema).map((data) => [type, plain(data)] as const));
    const isTidy = (text: string): boolean => text === text.trim() && text !== '' && !text.startsWith('gid:') && text.isWellFormed();
    fc.assert(fc.property(call, ([type, data]) => {
      fc.pre(textsOf(data).every(isTidy));
      const told = toGa4(eventOf(type, data as never));
      expect(fromGa4(told?.name ?? '', told?.parameters)).toEqual({ status: 'event', call: { type, data }, skipped: 0 });
    }));
  });
});

describe('the mirror', () => {
  it.each([['granted', true], ['unknown', false], ['denied', false]] as const)('with analytics %s', (analytics, isTold) => {
    const gtag = vi.fn<Gtag>();
    expect(toGtag(gtag, eventOf('search', { term: 'linen' }, analytics))).toBe(isTold);
    expect(gtag).toHaveBeenCalledTimes(isTold ? 1 : 0);
  });

  it('leaves out what the page reports itself', () => {
    const gtag = vi.fn<Gtag>();
    expect(toGtag(gtag, eventOf('search', { term: 'linen' }), { except: GA4_TYPES })).toBe(false);
    expect(toGtag(gtag, eventOf('recommendation_click', { placement: 'home', itemId: 'a', position: 0 }), { except: GA4_TYPES })).toBe(true);
  });

  it('names none of our ids, nor the customer', () => {
    const event = eventOf('purchase', { orderId: 'T1', items: [SHIRT], value: { amountMinor: 1, currency: 'USD' } });
    const gtag = vi.fn<Gtag>();
    toGtag(gtag, event);
    const text = JSON.stringify(gtag.mock.calls);
    for (const id of [event.id, event.sessionId, event.anonymousId, event.customerId ?? '']) expect(text).not.toContain(id);
  });

  it('does not throw where gtag does', () => {
    expect(toGtag(() => { throw new Error('of the page'); }, eventOf('search', { term: 'linen' }))).toBe(false);
  });

  it('and the data layer do not answer each other', () => {
    const layer: unknown[] = [];
    function gtag(..._given: unknown[]): void {
      // oxlint-disable-next-line prefer-rest-params -- as Google's snippet does
      layer.push(arguments);
    }
    const tracked: string[] = [];
    // As a tracker with a mirror does it.
    const track: Track = (type, data) => {
      tracked.push(type);
      toGtag(gtag, eventOf(type, data));
    };
    fromDataLayer(layer, track);
    layer.push({ event: 'search', search_term: 'of the page' });
    expect([tracked, layer.length]).toEqual([['search'], 1]);
    track('search', { term: 'of ours' });
    expect([tracked, layer.length]).toEqual([['search', 'search'], 2]);
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
