import { Readable } from 'node:stream';
import type { StoredEvent } from '../storage/event-log.ts';
import type { LiveEvents } from './live-events.ts';
import { toRecordedJson } from './recorded-json.ts';

const HEARTBEAT_MS = 15_000;
/** Who lets more than this pile up reads too slowly, and is cut off. */
const PILE_LIMIT_BYTES = 256 * 1024;

/** A tenant's new events as server-sent events, until the reader leaves or falls behind. @returns undefined when too many read already. */
export function openLiveStream(live: LiveEvents, tenantId: string, heartbeatMs: number = HEARTBEAT_MS): Readable | undefined {
  const stream = new Readable({ read: () => undefined, highWaterMark: PILE_LIMIT_BYTES });
  const send = (text: string): void => {
    if (stream.readableLength + text.length > PILE_LIMIT_BYTES) stream.destroy();
    else stream.push(text);
  };
  const stop = live.subscribe(tenantId, (events) => send(events.map(toMessage).join('')));
  if (stop === undefined) return undefined;
  const heartbeat = setInterval(() => send(':\n\n'), heartbeatMs).unref();
  stream.once('close', () => {
    clearInterval(heartbeat);
    stop();
  });
  // At once, so that the reader knows that it listens.
  send(':\n\n');
  return stream;
}

const toMessage = (event: StoredEvent): string => `id: ${event.id}\ndata: ${toRecordedJson(event)}\n\n`;
