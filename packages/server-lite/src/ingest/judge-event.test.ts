import { EVENT_DATA } from '@vua/models/contracts';
import { describe, expect, it } from 'vitest';
import { judgeEvent } from './judge-event.ts';
import { sampleEvent } from './testing/sample-events.ts';

const HMAC = 'a'.repeat(43);
const granted = { analytics: 'granted', personalization: 'granted', statistics: 'unknown' } as const;

it('accepts a right event as it is', () => {
  const event = sampleEvent({ arms: { 'hero-image': 'b' } });
  expect(judgeEvent(event)).toEqual({ status: 'accepted', event });
});

it('refuses what was captured while analytics was denied', () => {
  const event = sampleEvent({ consent: { ...granted, analytics: 'denied' } });
  expect(judgeEvent(event)).toEqual({ status: 'rejected', code: 'without-consent' });
});

it('accepts what waited on its page until the shopper agreed', () => {
  const event = sampleEvent({ consent: { ...granted, analytics: 'unknown' } });
  expect(judgeEvent(event)).toEqual({ status: 'accepted', event });
});

it('says without consent, not what else is wrong with it', () => {
  const event = { ...sampleEvent({ consent: { ...granted, analytics: 'denied' } }), type: 'no_such_type' };
  expect(judgeEvent(event)).toEqual({ status: 'rejected', code: 'without-consent' });
});

it.each(['denied', 'unknown'] as const)('ties no event to a customer while personalization is %s', (personalization) => {
  const event = sampleEvent({ customerId: HMAC, consent: { ...granted, personalization } });
  expect(judgeEvent(event)).toEqual({ status: 'rejected', code: 'invalid-event', path: '/customerId' });
});

it('ties an event to a customer who agreed', () => {
  expect(judgeEvent(sampleEvent({ customerId: HMAC, consent: granted })).status).toBe('accepted');
});

it.each(['no_such_type', 'constructor', 'to_string', 'view_items'])('knows no type %s', (type) => {
  expect(judgeEvent({ ...sampleEvent(), type })).toEqual({ status: 'rejected', code: 'unknown-type', path: '/type' });
});

describe('what is wrong', () => {
  it.each([
    ['not an object', 5, ''],
    ['nothing', null, ''],
    ['a list', [], ''],
    ['a missing field', { ...sampleEvent(), sessionId: undefined, id: sampleEvent().id }, '/sessionId'],
    ['an unknown field', { ...sampleEvent(), email: 'nguyen@example.com' }, ''],
    ['another version', { ...sampleEvent(), version: 2 }, '/version'],
    ['an id of another kind', { ...sampleEvent(), id: '6f9619ff-8b86-4011-b42d-00c04fc964ff' }, '/id'],
    ['a time with a fraction', { ...sampleEvent(), timeMs: 0.5 }, '/timeMs'],
    ['a wrong amount', sampleEvent({ data: { item: { itemId: 'a', price: { amountMinor: -1, currency: 'VND' } } } }), '/data/item/price/amountMinor'],
    ['a missing item', { ...sampleEvent(), data: {} }, '/data/item'],
    ['an arm that is no text', { ...sampleEvent(), arms: { hero: 1 } }, '/arms/hero'],
    ['an arm with too long a name', { ...sampleEvent(), arms: { ['a'.repeat(200)]: 'b' } }, '/arms'],
  ])('is found in %s', (_name, value, path) => {
    expect(judgeEvent(JSON.parse(JSON.stringify(value)))).toEqual({ status: 'rejected', code: 'invalid-event', path });
  });

  it('is said in few characters', () => {
    const judgement = judgeEvent({ ...sampleEvent(), type: 'custom', data: { name: 'a', values: { ['a'.repeat(5000)]: {} } } });
    expect(judgement).toMatchObject({ status: 'rejected', code: 'invalid-event' });
    expect(JSON.stringify(judgement).length).toBeLessThan(250);
  });
});

describe('keys that reach a prototype', () => {
  const text = JSON.stringify(sampleEvent({ arms: { a: 'b' } }));
  it.each([
    ['in the event', text.replace('"version":1', '"version":1,"__proto__":{"polluted":true}')],
    ['in the data', text.replace('"listId"', '"__proto__":{"polluted":true},"listId"')],
    ['in an item', text.replace('"size"', '"__proto__":{"polluted":true},"size"')],
    ['among the arms', text.replace('"arms":{', '"arms":{"__proto__":"polluted",')],
    ['as constructor', text.replace('"version":1', '"version":1,"constructor":{"prototype":{"polluted":true}}')],
  ])('are refused %s', (_place, json) => {
    expect(json).not.toBe(text);
    expect(judgeEvent(JSON.parse(json))).toMatchObject({ status: 'rejected', code: 'invalid-event' });
    expect({}).not.toHaveProperty('polluted');
  });
});

it('has a check for every type of the contract', () => {
  for (const type of Object.keys(EVENT_DATA)) expect(judgeEvent({ ...sampleEvent(), type, data: { nothing: 'like it' } })).toMatchObject({ code: 'invalid-event' });
});
