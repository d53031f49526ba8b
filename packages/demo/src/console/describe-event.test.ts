import { EVENT_DATA } from '@vua/models/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeEvent } from './describe-event.ts';
import { formatsOf } from './formats.ts';
import { sessionMark } from './session-mark.ts';
import { CONSOLE_TEXTS } from './texts/console-texts.ts';

const describe = (type: string, data: Record<string, unknown>, language: 'vi' | 'en' = 'en'): string =>
  describeEvent({ id: '1', type, timeMs: 1, receivedMs: 1, sessionId: 's', anonymousId: 'a', data }, CONSOLE_TEXTS[language], formatsOf(language));

it.each([
  ['size_advice', { status: 'between', size: 'M', certainty: 'low', method: 'kept' }, 'size M, between two sizes, unsure, from kept measurements'],
  ['size_advice', { status: 'unavailable', method: 'photos' }, 'no size fits, by photos'],
  ['add_to_cart', { items: [{ itemId: 'a', size: 'L', colour: 'moss' }, { itemId: 'b' }] }, 'size L, moss, and 1 more'],
  ['view_item_list', { listId: 'all', items: [{ itemId: 'a' }, { itemId: 'b' }] }, '2 items'],
  ['scan_finish', { method: 'camera', durationMs: 12_400 }, 'by camera, 12 s'],
  ['return_item', { item: { itemId: 'a', size: 'S' }, reason: 'too-small' }, 'size S, too small'],
  ['custom', { name: 'wish', values: { from: 'grid', at: 2, is: true, nothing: null } }, 'wish, from: grid, at: 2, is: true, nothing: –'],
  ['unheard_of', { a: 1 }, ''],
  ['constructor', {}, ''],
] as const)('%s %j', (type, data, words) => {
  expect(describe(type, data)).toBe(words);
});

it('speaks Vietnamese', () => {
  expect(describe('size_advice', { status: 'recommended', size: 'M', certainty: 'high', method: 'camera' }, 'vi')).toBe('size M, chắc, bằng camera');
});

it('has words for every type, in both languages', () => {
  for (const texts of Object.values(CONSOLE_TEXTS)) expect(Object.keys(texts.types).sort()).toEqual(Object.keys(EVENT_DATA).sort());
});

it('takes whatever data come, for every type', () => {
  fc.assert(fc.property(fc.constantFrom(...Object.keys(EVENT_DATA)), fc.dictionary(fc.constantFrom('item', 'items', 'size', 'status', 'method', 'values', 'name', 'term', 'reason'), fc.jsonValue()), (type, data) => {
    expect(typeof describe(type, data as Record<string, unknown>)).toBe('string');
  }));
});

it('marks the same session the same way', () => {
  expect(sessionMark('01890a5d-ac96-774b-bcce-b302099a8057')).toEqual(sessionMark('01890a5d-ac96-774b-bcce-b302099a8057'));
  expect(sessionMark('01890a5d-ac96-774b-bcce-b302099a8057').code).toBe('8057');
  expect(sessionMark('')).toEqual({ code: '', tone: 0 });
});
