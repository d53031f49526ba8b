import type { RecordedEvent } from '@vua/models/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LATEST_ROWS, createTally } from './create-tally.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const NOON_MS = 20_000 * DAY_MS + DAY_MS / 2;
const dayStartOf = (timeMs: number): number => Math.floor(timeMs / DAY_MS) * DAY_MS;

const event = (id: string, changes: Partial<RecordedEvent> = {}): RecordedEvent => ({ id, type: 'view_item', timeMs: NOON_MS, receivedMs: NOON_MS, sessionId: 's1', anonymousId: 'a', data: {}, ...changes });

it('counts the day', () => {
  const tally = createTally(dayStartOf);
  tally.add([
    event('1'), event('2', { type: 'size_advice', data: { status: 'recommended' }, sessionId: 's2' }), event('3', { type: 'size_advice', data: { status: 'unavailable' } }),
    event('4', { type: 'add_to_cart' }), event('5', { timeMs: NOON_MS - DAY_MS }), event('1'),
  ]);
  expect(tally.snapshot(NOON_MS).today).toEqual({ events: 4, sessions: 2, advised: 1, added: 1 });
  expect(tally.snapshot(NOON_MS + DAY_MS).today.events, 'a new day begins at nothing').toBe(0);
});

it('draws the last 30 minutes, the running one last', () => {
  const tally = createTally(dayStartOf);
  tally.add([event('1'), event('2', { timeMs: NOON_MS - 29 * MINUTE_MS, type: 'scan_start' }), event('3', { timeMs: NOON_MS - 30 * MINUTE_MS }), event('4', { type: 'constructor' })]);
  const { minutes } = tally.snapshot(NOON_MS);
  expect(minutes).toHaveLength(30);
  expect(minutes.at(-1)).toEqual({ startMs: NOON_MS, counts: { looking: 1, fitting: 0, buying: 0, other: 1 } });
  expect(minutes[0]?.counts.fitting).toBe(1);
  expect(tally.snapshot(NOON_MS + 90 * MINUTE_MS).minutes.every(({ counts }) => counts.looking === 0)).toBe(true);
});

it('keeps the newest rows, in order, each once, however they come', () => {
  fc.assert(fc.property(fc.array(fc.nat(600), { maxLength: 500 }), fc.integer({ min: 1, max: 50 }), (numbers, size) => {
    const tally = createTally(dayStartOf);
    for (let at = 0; at < numbers.length; at += size) tally.add(numbers.slice(at, at + size).map((number) => event(String(number), { timeMs: NOON_MS + number })));
    const expected = [...new Set(numbers)].sort((one, other) => other - one).slice(0, LATEST_ROWS).map(String);
    expect(tally.snapshot(NOON_MS).latest.map(({ id }) => id)).toEqual(expected);
  }), { numRuns: 30 });
});
