import { randomBytes } from 'node:crypto';
import type { EventData, EventType } from '@vua/models/contracts';

/** A UUID version 7 of this moment. */
function timeOrderedId(timeMs: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(timeMs, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

interface MadeShopper {
  readonly sessionId: string;
  readonly anonymousId: string;
}

export const madeShopper = (timeMs?: number): MadeShopper => ({ sessionId: timeOrderedId(timeMs), anonymousId: timeOrderedId(timeMs) });

/** An event as the tracker would send it. */
export function madeEvent<T extends EventType>(type: T, data: EventData[T], shopper: MadeShopper = madeShopper(), timeMs: number = Date.now()): Readonly<Record<string, unknown>> {
  return { id: timeOrderedId(timeMs), version: 1, timeMs, ...shopper, consent: { analytics: 'granted', personalization: 'denied', statistics: 'denied' }, type, data };
}

/** Leaves events as a page of the demo shop does. */
export async function postEvents(shopUrl: string, events: readonly unknown[]): Promise<{ readonly accepted: readonly string[]; readonly rejected: readonly unknown[] }> {
  const response = await fetch(`${shopUrl}/v1/events?site=site_demoshop`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: shopUrl }, body: JSON.stringify({ sentAtMs: Date.now(), events }),
  });
  if (response.status !== 202) throw new Error(`events were not taken: ${response.status} ${await response.text()}`);
  return await response.json() as { accepted: string[]; rejected: unknown[] };
}
