import type { StoredEvent } from '../event-log.ts';
import type { ConsentLetters } from './consent-letters.ts';
import { storedString } from './stored-string.ts';

/** Events column by column: few values to hand to another thread or server. */
export interface EventColumns {
  readonly tenantIds: readonly string[];
  /** 16 bytes each. */
  readonly ids: Uint8Array<ArrayBuffer>;
  readonly types: readonly string[];
  readonly anonymousIds: readonly string[];
  readonly customerIds: readonly (string | null)[];
  readonly sessionIds: readonly string[];
  readonly itemIds: readonly (string | null)[];
  readonly timesMs: readonly number[];
  readonly receivedMs: readonly number[];
  readonly data: readonly string[];
  readonly arms: readonly (string | null)[];
  readonly consents: readonly (ConsentLetters | null)[];
}

export const ID_BYTES = 16;

/** @param events as `checkEvents` lets them through. */
export function columnsOf(events: readonly StoredEvent[]): EventColumns {
  const ids = Buffer.from(new ArrayBuffer(events.length * ID_BYTES));
  events.forEach(({ id }, index) => { ids.write(id.replaceAll('-', ''), index * ID_BYTES, 'hex'); });
  return {
    tenantIds: events.map((event) => storedString(event.tenantId)),
    ids: new Uint8Array(ids.buffer),
    types: events.map((event) => storedString(event.type)),
    anonymousIds: events.map((event) => storedString(event.anonymousId)),
    customerIds: events.map((event) => optional(event.customerId)),
    sessionIds: events.map((event) => storedString(event.sessionId)),
    itemIds: events.map((event) => optional(event.itemId)),
    timesMs: events.map((event) => event.timeMs),
    receivedMs: events.map((event) => event.receivedMs),
    data: events.map((event) => storedString(event.dataJson)),
    arms: events.map((event) => optional(event.armsJson)),
    consents: events.map((event) => event.consent ?? null),
  };
}

const optional = (text: string | undefined): string | null => (text === undefined ? null : storedString(text));

/** The 16 bytes of a UUID. */
export const idBytes = (id: string): Uint8Array => Buffer.from(id.replaceAll('-', ''), 'hex');

/** The UUID of 16 bytes. */
export function idOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** UTC milliseconds at which a UUID version 7 was made: its first 48 bits. */
export function idBytesTimeMs(id: Uint8Array): number {
  let timeMs = 0;
  for (let index = 0; index < 6; index += 1) timeMs = timeMs * 256 + (id[index] ?? 0);
  return timeMs;
}
