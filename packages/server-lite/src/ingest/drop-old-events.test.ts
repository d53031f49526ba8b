import { expect, it } from 'vitest';
import { dropOldEvents } from './drop-old-events.ts';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { createMemoryConsents } from './memory-consents.ts';
import { createMemoryQuarantine } from './memory-quarantine.ts';
import { sampleConsent, sampleId } from './testing/sample-events.ts';

async function open() {
  const dropped: string[] = [];
  const events = { ...createMemoryEventLog(), dropBefore: async (timeMs: number) => {
    dropped.push(new Date(timeMs).toISOString());
    return ['2024-01'];
  } };
  const [quarantine, consents] = [createMemoryQuarantine(), createMemoryConsents()];
  const rejected = { tenantId: 'shop', code: 'invalid-event', path: undefined, eventId: undefined, anonymousId: undefined, customerId: undefined, body: undefined } as const;
  await quarantine.add([Date.UTC(2026, 1, 1), Date.UTC(2026, 2, 1)].map((receivedMs) => ({ ...rejected, id: sampleId(), receivedMs })));
  await consents.add([Date.UTC(2023, 2, 30), Date.UTC(2023, 2, 31)].map((receivedMs) => ({ ...sampleConsent(), tenantId: 'shop', receivedMs })));
  return { deps: { events, quarantine, consents }, dropped };
}

it('keeps events for 24 months, rejected ones for 30 days and proofs of consent for 36 months', async () => {
  const { deps, dropped } = await open();
  expect(await dropOldEvents(deps, Date.UTC(2026, 2, 31))).toEqual({ months: ['2024-01'], quarantined: 1, consents: 1 });
  expect(dropped).toEqual(['2024-03-31T00:00:00.000Z']);
});

it.each([
  [Date.UTC(2026, 2, 31), 1, '2026-02-28T00:00:00.000Z'],
  [Date.UTC(2024, 2, 31), 1, '2024-02-29T00:00:00.000Z'],
  [Date.UTC(2026, 0, 15, 7), 13, '2024-12-15T07:00:00.000Z'],
])('%i less %i months is a day of the calendar', async (nowMs, eventMonths, expected) => {
  const { deps, dropped } = await open();
  await dropOldEvents(deps, nowMs, { eventMonths });
  expect(dropped).toEqual([expected]);
});
