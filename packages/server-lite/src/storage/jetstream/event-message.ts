import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';
import type { StoredEvent } from '../event-log.ts';
import { checkEvents } from '../events/check-events.ts';
import { keptLetters } from '../events/consent-letters.ts';

/** Events that one process accepted at the same time: one message of the stream. */
export interface EventMessage {
  /** UTC milliseconds by the clock of the process; says which months may be made for the events. */
  readonly acceptedMs: number;
  readonly events: readonly StoredEvent[];
}

// Fields may be added: who does not know them leaves them out, and who misses them goes without. So processes of this version and the
// one before, which had neither `armsJson` nor `consent`, read each other's messages while a cluster is brought to the new one.
const VERSION = 1;
/** Far above what a server takes as one message, far below what memory has. */
const LIMIT_BYTES = 256 * 1024 * 1024;

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/**
 * As gzipped JSON, `{ version: 1, acceptedMs, events }`: the fields of events repeat each other, so a tenth is left of them.
 * @returns several messages when one would be longer than this, in their order. @throws when a single event is longer.
 */
export async function encodeEvents({ acceptedMs, events }: EventMessage, limitBytes: number): Promise<readonly Uint8Array[]> {
  const bytes = await compress(JSON.stringify({ version: VERSION, acceptedMs, events }), { level: constants.Z_BEST_SPEED });
  if (bytes.length <= limitBytes) return [bytes];
  if (events.length === 1) throw new Error(`an event of ${bytes.length} bytes is longer than a message of the bus may be (${limitBytes})`);
  const half = Math.ceil(events.length / 2);
  const halves = [events.slice(0, half), events.slice(half)].map((part) => encodeEvents({ acceptedMs, events: part }, limitBytes));
  return (await Promise.all(halves)).flat();
}

/** @returns undefined for what {@link encodeEvents} did not make: the subject is open to whoever may publish there. */
export async function decodeEvents(bytes: Uint8Array): Promise<EventMessage | undefined> {
  try {
    const read: unknown = JSON.parse((await decompress(bytes, { maxOutputLength: LIMIT_BYTES })).toString());
    if (!isObject(read) || read['version'] !== VERSION || !Number.isSafeInteger(read['acceptedMs']) || !Array.isArray(read['events'])) return undefined;
    const events = read['events'].map(eventOf);
    checkEvents(events);
    return { acceptedMs: Number(read['acceptedMs']), events };
  } catch {
    return undefined;
  }
}

function eventOf(row: unknown): StoredEvent {
  if (!isObject(row)) throw new TypeError('an event is an object');
  const text = (name: keyof StoredEvent): string => {
    const value = row[name];
    if (typeof value !== 'string') throw new TypeError(`${name} is text`);
    return value;
  };
  const optional = (name: keyof StoredEvent): string | undefined => (row[name] === undefined ? undefined : text(name));
  return {
    tenantId: text('tenantId'), id: text('id'), type: text('type'), anonymousId: text('anonymousId'), customerId: optional('customerId'),
    sessionId: text('sessionId'), itemId: optional('itemId'), timeMs: Number(row['timeMs']), receivedMs: Number(row['receivedMs']), dataJson: text('dataJson'),
    armsJson: optional('armsJson'), consent: keptLetters(optional('consent')),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
