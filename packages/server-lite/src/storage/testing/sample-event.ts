import type { StoredEvent } from '../event-log.ts';

/** 2026-11-20 at noon, UTC. */
export const SAMPLE_NOW_MS = Date.UTC(2026, 10, 20, 12);

/** A UUID version 7 of this time and number (below 2^48). */
export function sampleId(timeMs: number, number: number): string {
  const time = timeMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

const ANONYMOUS = sampleId(SAMPLE_NOW_MS, 1);

/** @param number tells the event from others of the same time. */
export function sampleEvent(number: number, fields: Partial<StoredEvent> = {}): StoredEvent {
  const timeMs = fields.timeMs ?? SAMPLE_NOW_MS;
  return {
    tenantId: 'demo', id: sampleId(timeMs, number), type: 'view_item', anonymousId: ANONYMOUS, customerId: undefined, sessionId: ANONYMOUS,
    itemId: 'linen-shirt', timeMs, receivedMs: timeMs + 5, dataJson: '{"item":{"itemId":"linen-shirt"}}',
    armsJson: '{"hero":"b"}', consent: 'gdu', ...fields,
  };
}
