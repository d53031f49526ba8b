import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SEED } from '../testing/seed.ts';
import { sampleId } from '../testing/sample-event.ts';
import { firstIdAt, idTimeMs, mayBeFiled, monthEndMs, monthOf, monthOfTable, monthStartMs } from './event-month.ts';

const anyTimeMs = fc.integer({ min: 0, max: 2 ** 48 - 1 });

it(`puts every time into one month (seed ${SEED})`, () => {
  fc.assert(fc.property(anyTimeMs, (timeMs) => {
    const month = monthOf(timeMs);
    expect(timeMs).toBeGreaterThanOrEqual(monthStartMs(month));
    expect(timeMs).toBeLessThan(monthEndMs(month));
    expect(monthOf(monthEndMs(month))).not.toBe(month);
  }), { seed: SEED });
});

it(`finds the ids of a time (seed ${SEED})`, () => {
  fc.assert(fc.property(anyTimeMs, fc.integer({ min: 0, max: 2 ** 48 - 1 }), (timeMs, number) => {
    expect(idTimeMs(sampleId(timeMs, number))).toBe(timeMs);
    expect(sampleId(timeMs, number) > firstIdAt(timeMs)).toBe(true);
    expect(sampleId(timeMs, number) < firstIdAt(timeMs + 1)).toBe(true);
  }), { seed: SEED });
});

it.each([
  ['1970-01', 0], ['2026-11', Date.UTC(2026, 10, 30, 23, 59, 59, 999)], ['2026-12', Date.UTC(2026, 11, 1)], ['10889-08', 2 ** 48 - 1],
])('names %s', (month, timeMs) => {
  expect(monthOf(timeMs)).toBe(month);
  expect(monthOfTable(`events_${month.replace('-', '_')}`)).toBe(month);
});

it.each(['events_other', 'events_2026', 'events_2026_11_12', 'event_times_2026_11'])('sees no month in %s', (table) => {
  expect(monthOfTable(table)).toBeUndefined();
});

it('makes months for two years, and for clocks two days ahead', () => {
  const nowMs = Date.UTC(2026, 10, 29, 12);
  expect(mayBeFiled(Date.UTC(2024, 10, 1), nowMs)).toBe(true);
  expect(mayBeFiled(Date.UTC(2024, 10, 1) - 1, nowMs)).toBe(false);
  expect(mayBeFiled(Date.UTC(2026, 11, 1, 11), nowMs)).toBe(true);
  expect(mayBeFiled(Date.UTC(2026, 11, 1, 12), nowMs)).toBe(false);
});
