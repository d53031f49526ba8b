import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { type ConsentState, EventEnvelope, type VuaEvent } from '@vua/models/contracts';
import type { ShopEnvelope } from './check-envelope.ts';
import { nextSession } from '../sessions/index.ts';
import { createIdMaker } from './create-id-maker.ts';
import { createIdentityKeeper } from './create-identity-keeper.ts';
import { type Recorder, createRecorder } from './create-recorder.ts';

const CUSTOMER = 'a'.repeat(43);
const consentOf = (analytics: ConsentState['analytics'], personalization: ConsentState['personalization'] = 'unknown'): ConsentState => ({ analytics, personalization, statistics: 'unknown' });

function open(first: ConsentState, { lasts = 'device', envelope = () => ({}), clicked = null }: { lasts?: 'device' | 'page'; envelope?: () => ShopEnvelope; clicked?: string | null } = {}) {
  const state = { consent: first, nowMs: 1_763_600_000_000 };
  const [kept, told]: [VuaEvent[], VuaEvent[]] = [[], []];
  const overflow: number[] = [];
  const newId = createIdMaker({ now: () => state.nowMs });
  const recorder: Recorder = createRecorder({
    newId, now: () => state.nowMs, readConsent: () => state.consent, readEnvelope: envelope, readClicked: () => clicked,
    identity: createIdentityKeeper({ newId, sessionOf: (last, nowMs) => nextSession(last, nowMs, { timeoutMs: 1_800_000, newId }), update: async (change) => change(undefined) }),
    keep: async (events) => {
      kept.push(...events);
      return lasts;
    },
    tell: (event) => told.push(event),
    onOverflow: (count) => overflow.push(count),
  });
  return { recorder, state, kept, told, overflow };
}

const click = (recorder: Recorder, target: string) => recorder.record('click', { target });
const targets = (events: readonly VuaEvent[]): unknown[] => events.map(({ data }) => (data as { target: string }).target);

describe('the recorder', () => {
  it('makes events of the contract, as they were at the call', async () => {
    const { recorder, state, kept } = open(consentOf('granted'));
    const data = { target: 'a' };
    const result = recorder.record('click', data);
    data.target = 'b';
    state.nowMs += 1000;
    expect(await result).toMatchObject({ status: 'committed', id: kept[0]?.id });
    expect(kept.every((event) => Check(EventEnvelope, event))).toBe(true);
    expect(kept[0]).toMatchObject({ version: 1, timeMs: state.nowMs - 1000, consent: consentOf('granted'), type: 'click', data: { target: 'a' } });
  });

  it('keeps the order of calls, and one session', async () => {
    const { recorder, kept } = open(consentOf('granted'));
    const names = Array.from({ length: 50 }, (_, k) => `t${k}`);
    const calls = names.slice(0, 20).map((name) => click(recorder, name));
    await Promise.resolve();
    await Promise.all([...calls, ...names.slice(20).map((name) => click(recorder, name))]);
    expect(targets(kept)).toEqual(names);
    expect(kept.map(({ id }) => id)).toEqual(kept.map(({ id }) => id).toSorted());
    expect(new Set(kept.map(({ sessionId }) => sessionId)).size).toBe(1);
  });

  it('says so where the device keeps nothing', async () => {
    const { recorder } = open(consentOf('granted'), { lasts: 'page' });
    expect(await click(recorder, 'a')).toMatchObject({ status: 'memory', reason: 'no-storage' });
  });

  it('lets events wait for consent, and sends them before younger ones', async () => {
    const { recorder, state, kept } = open(consentOf('unknown'));
    expect(await click(recorder, 'a')).toMatchObject({ status: 'memory', reason: 'consent-unknown' });
    const waiting = click(recorder, 'b');
    state.consent = consentOf('granted');
    recorder.release();
    const later = click(recorder, 'c');
    expect(await Promise.all([waiting, later])).toMatchObject([{ status: 'memory' }, { status: 'committed' }]);
    expect(targets(kept)).toEqual(['a', 'b', 'c']);
    expect(kept.map(({ consent }) => consent.analytics)).toEqual(['unknown', 'unknown', 'granted']);
    expect(recorder.waiting()).toBe(0);
  });

  it('forgets what waited when the shopper refuses, also what is still on its way', async () => {
    const { recorder, state, kept } = open(consentOf('unknown'));
    await click(recorder, 'a');
    const onItsWay = click(recorder, 'b');
    state.consent = consentOf('denied');
    recorder.drop();
    expect(await onItsWay).toEqual({ status: 'not-kept', reason: 'denied' });
    state.consent = consentOf('granted');
    recorder.release();
    await click(recorder, 'c');
    expect(targets(kept)).toEqual(['c']);
  });

  it('keeps nothing that was captured while denied, and nothing once consent is taken back', async () => {
    const { recorder, state, kept, told } = open(consentOf('denied'));
    const denied = click(recorder, 'a');
    state.consent = consentOf('granted');
    recorder.release();
    expect(await denied).toEqual({ status: 'not-kept', reason: 'denied' });
    const granted = click(recorder, 'b');
    state.consent = consentOf('denied');
    expect(await granted).toEqual({ status: 'not-kept', reason: 'denied' });
    expect(kept).toEqual([]);
    expect(targets(told)).toEqual(['a', 'b']);
  });

  it('holds a thousand waiting events', async () => {
    const { recorder, state, kept, overflow } = open(consentOf('unknown'));
    await Promise.all(Array.from({ length: 1003 }, (_, k) => click(recorder, `t${k}`)));
    expect([recorder.waiting(), overflow.length]).toEqual([1000, 3]);
    state.consent = consentOf('granted');
    recorder.release();
    await click(recorder, 'last');
    expect(targets(kept).slice(0, 1)).toEqual(['t3']);
  });

  it('names the customer only to a shop that may, and arms only as the contract has them', async () => {
    const envelope = () => ({ customerId: CUSTOMER, arms: { ranking: 'b' } });
    const { recorder, state, kept } = open(consentOf('granted', 'denied'), { envelope });
    await click(recorder, 'a');
    state.consent = consentOf('granted', 'granted');
    await click(recorder, 'b');
    expect(kept.map(({ customerId, arms }) => [customerId, arms])).toEqual([[undefined, { ranking: 'b' }], [CUSTOMER, { ranking: 'b' }]]);
  });

  it('works where the shop asks for its customer in vain', async () => {
    const { recorder, kept } = open(consentOf('granted', 'granted'), { envelope: () => { throw new Error('of the shop'); } });
    expect(await click(recorder, 'a')).toMatchObject({ status: 'committed' });
    expect(kept[0]).not.toHaveProperty('customerId');
  });

  it('says where a wrong event is wrong', async () => {
    expect(await open(consentOf('granted')).recorder.record('click', {})).toEqual({ status: 'rejected', path: '/data/target' });
  });
});

describe('items that were clicked in recommendations', () => {
  const NOW_MS = 1_763_600_000_000;
  const clicked = (entries: object): string => JSON.stringify(entries);
  const idsOf = async (text: string | null, type: 'add_to_cart' | 'purchase' | 'remove_from_cart' | 'view_item_list', ...items: readonly object[]) => {
    const { recorder, kept } = open(consentOf('granted'), { clicked: text });
    const rest = type === 'purchase' ? { orderId: 'o', value: { amountMinor: 1, currency: 'VND' } } : type === 'view_item_list' ? { listId: 'l' } : {};
    await recorder.record(type, { items, ...rest });
    expect(kept).toHaveLength(1);
    return kept.flatMap(({ data }) => ('items' in data ? data.items.map((item) => ('recommendationId' in item ? item.recommendationId : undefined)) : []));
  };
  const two = clicked({ a: ['r1', NOW_MS + 1], old: ['r2', NOW_MS] });

  it.each(['add_to_cart', 'purchase'] as const)('name the recommendation in %s, as long as that counts', async (type) => {
    expect(await idsOf(two, type, { itemId: 'a', size: 'M' }, { itemId: 'b' }, { itemId: 'old' })).toEqual(['r1', undefined, undefined]);
  });

  it.each(['remove_from_cart', 'view_item_list'] as const)('do not name it in %s', async (type) => {
    expect(await idsOf(two, type, { itemId: 'a' })).toEqual([undefined]);
  });

  it('keep what the shop named itself', async () => {
    expect(await idsOf(two, 'add_to_cart', { itemId: 'a', recommendationId: 'mine' })).toEqual(['mine']);
  });

  it.each([
    null, '', 'null', '7', '[]', '{', clicked({ a: 7 }), clicked({ a: 'r1' }), clicked({ a: [7, NOW_MS + 1] }), clicked({ a: ['', NOW_MS + 1] }), clicked({ a: ['x'.repeat(200), NOW_MS + 1] }), clicked({ a: ['r1', 'soon'] }), clicked({ a: [] }),
  ])('cost no event whatever lies in their place: %s', async (text) => {
    expect(await idsOf(text, 'purchase', { itemId: 'a' }, { itemId: '__proto__' }, { itemId: 'constructor' })).toEqual([undefined, undefined, undefined]);
  });
});
