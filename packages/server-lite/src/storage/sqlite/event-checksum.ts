import { crc32 } from 'node:zlib';

/** What a row is made of, in the order of its columns; see migrations 0002 and 0007. */
export type EventFields = readonly [
  tenantId: string, id: Uint8Array, type: string, anonymousId: string, customerId: string | null, sessionId: string, itemId: string | null,
  timeMs: number, receivedMs: number, data: string, arms: string | null, consent: string | null,
];

const SEPARATOR = '\u001F';
const NOTHING = '\u0000';

/** CRC-32 over all of a row: finds a byte that the disk gave back wrong, which SQLite alone does not. */
export function eventChecksum([tenantId, id, type, anonymousId, customerId, sessionId, itemId, timeMs, receivedMs, data, arms, consent]: EventFields): number {
  const text = tenantId + SEPARATOR + type + SEPARATOR + anonymousId + SEPARATOR + (customerId ?? NOTHING) + SEPARATOR + sessionId + SEPARATOR
    + (itemId ?? NOTHING) + SEPARATOR + String(timeMs) + SEPARATOR + String(receivedMs) + SEPARATOR + data;
  // The checksums of rows from before migration 0007 stay right.
  const added = arms === null && consent === null ? '' : SEPARATOR + (arms ?? NOTHING) + SEPARATOR + (consent ?? NOTHING);
  return crc32(text + added, crc32(id));
}

/** The same for a row that says where to look: tenant, subject or stretch of time, stretch of ids. */
export const placeChecksum = (tenantId: string, key: string | number, stretch: number): number => crc32(tenantId + SEPARATOR + String(key) + SEPARATOR + String(stretch));
