import fc from 'fast-check';
import { Check } from 'typebox/value';
import { expect, it } from 'vitest';
import { EVENT_DATA, type EventType } from '@vua/models/contracts';
import { checkEnvelope } from './check-envelope.ts';
import { checkEvent } from './check-event.ts';

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;

it('takes an event as JSON carries it', () => {
  expect(checkEvent('view_item', { item: { itemId: 'shirt', size: undefined } })).toEqual({ status: 'valid', type: 'view_item', data: { item: { itemId: 'shirt' } } });
});

it.each([
  ['no type', undefined, {}, '/type'],
  ['a type of a prototype', 'toString', {}, '/type'],
  ['no data', 'click', undefined, '/data'],
  ['a cycle', 'click', cycle, '/data'],
  ['a big integer', 'click', { target: 1n }, '/data'],
  ['a getter that throws', 'click', { get target(): string { throw new Error('of the page'); } }, '/data'],
  ['a prototype to pollute', 'custom', { name: 'a', values: JSON.parse('{"__proto__":1}') as unknown }, '/data/values/__proto__'],
])('refuses %s', (_what, type, data, path) => {
  expect(checkEvent(type, data)).toEqual({ status: 'invalid', path });
});

it('scrubs what people wrote, and nothing else', () => {
  expect(checkEvent('search', { term: 'lan@shop.vn' })).toMatchObject({ data: { term: '***' } });
  expect(checkEvent('click', { target: 'tel:0912345678' })).toMatchObject({ data: { target: 'tel:***' } });
  expect(checkEvent('custom', { name: 'note', values: { text: '0912 345 678', count: 912_345_678 } })).toMatchObject({ data: { values: { text: '***', count: 912_345_678 } } });
  expect(checkEvent('size_chart_click', { itemId: '0912345678' })).toMatchObject({ data: { itemId: '0912345678' } });
});

it('never throws, and what it takes follows the contract', () => {
  fc.assert(fc.property(fc.oneof(fc.constantFrom(...Object.keys(EVENT_DATA)), fc.string()), fc.oneof(fc.object(), fc.anything()), (type, data) => {
    const checked = checkEvent(type, data);
    expect(checked.status === 'invalid' || Check(EVENT_DATA[type as EventType], checked.data)).toBe(true);
  }));
});

it('keeps of the envelope what follows the contract', () => {
  const customerId = 'a'.repeat(43);
  expect(checkEnvelope({ customerId, arms: { ranking: 'b' } })).toEqual({ customerId, arms: { ranking: 'b' } });
  expect(checkEnvelope({ customerId: 'lan@shop.vn', arms: { ranking: '' } })).toEqual({});
});
