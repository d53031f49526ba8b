import type { ConsentRecord, EventOf, VuaEvent } from '@vua/models/contracts';
import { createTimeOrderedIds } from '../time-ordered-ids.ts';

/** When the samples happen: 2026-11-20, 08:00 UTC. */
export const SAMPLE_TIME_MS = Date.UTC(2026, 10, 20, 8);

const nextId = createTimeOrderedIds(() => SAMPLE_TIME_MS);

/** A new id. */
export const sampleId = (): string => nextId();

/** An event that is right in every way. */
export const sampleEvent = (changes: Partial<EventOf<'view_item'>> = {}): VuaEvent => ({
  id: sampleId(),
  version: 1,
  timeMs: SAMPLE_TIME_MS,
  sessionId: '019aa0c0-0000-7000-8000-000000000001',
  anonymousId: '019aa0c0-0000-7000-8000-000000000002',
  consent: { analytics: 'granted', personalization: 'denied', statistics: 'unknown' },
  type: 'view_item',
  data: { item: { itemId: 'shirt-a', size: 'M', price: { amountMinor: 650_000, currency: 'VND' } }, listId: 'home' },
  ...changes,
});

export const sampleConsent = (changes: Partial<ConsentRecord> = {}): ConsentRecord => ({
  id: sampleId(),
  anonymousId: '019aa0c0-0000-7000-8000-000000000002',
  timeMs: SAMPLE_TIME_MS,
  choices: { analytics: 'granted', personalization: 'denied', statistics: 'denied' },
  textVersion: '2026-11',
  source: 'shopper',
  ...changes,
});
