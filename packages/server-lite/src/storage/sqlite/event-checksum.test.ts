import { expect, it } from 'vitest';
import { idBytes } from '../events/event-columns.ts';
import { sampleEvent } from '../testing/sample-event.ts';
import { eventChecksum, type EventFields } from './event-checksum.ts';

const { tenantId, id, type, anonymousId, sessionId, timeMs, receivedMs } = sampleEvent(1);
const data = '{"text":"áo dài"}';
const fields = (customerId: string | null, itemId: string | null, arms: string | null, consent: string | null): EventFields =>
  [tenantId, idBytes(id), type, anonymousId, customerId, sessionId, itemId, timeMs, receivedMs, data, arms, consent];

it('is, without arms and consent, what version 0.3.0 wrote', () => {
  expect(eventChecksum(fields('c'.repeat(43), 'linen-shirt', null, null))).toBe(734_530_972);
  expect(eventChecksum(fields(null, null, null, null))).toBe(3_698_112_529);
});

it('tells arms and consent from others, and from none', () => {
  const different = [[null, null], ['{}', null], [null, 'gdu'], ['{}', 'gdu'], ['{}', 'gdg'], ['{"hero":"b"}', 'gdu'], ['gdu', null], ['', null], [null, '']] as const;
  expect(new Set(different.map(([arms, consent]) => eventChecksum(fields(null, null, arms, consent)))).size).toBe(different.length);
});
