import { Readable } from 'node:stream';
import type { StoredEvent } from '../storage/event-log.ts';
import type { LiveEvents } from './live-events.ts';
import { toRecordedJson } from './recorded-json.ts';

const HEARTBEAT_MS = 15_000;
/** A key is looked at when a stream opens: who holds one that was revoked or expired meanwhile reads no longer than this. */
const LIFE_MS = 60_000;
/** Who lets more than this pile up reads too slowly, and is cut off. */
const PILE_LIMIT_BYTES = 256 * 1024;

interface LiveStreamTimes {
  /** @default 15,000 */
  readonly heartbeatMs?: number;
  /** @default 60,000 */
  readonly lifeMs?: number;
}

/** A tenant's new events as server-sent events, until the reader leaves or falls behind, or the stream's life is over. @returns undefined when too many read already. */
export function openLiveStream(live: LiveEvents, tenantId: string, { heartbeatMs = HEARTBEAT_MS, lifeMs = LIFE_MS }: LiveStreamTimes = {}): Readable | undefined {
  const stream = new Readable({ read: () => undefined, highWaterMark: PILE_LIMIT_BYTES });
  const send = (text: string): void => {
    if (stream.readableLength + text.length > PILE_LIMIT_BYTES) stream.destroy();
    else stream.push(text);
  };
  let isOver = false;
  const stop = live.subscribe(tenantId, (events) => {
    if (!isOver) send(events.map(toMessage).join(''));
  });
  if (stop === undefined) return undefined;
  const heartbeat = setInterval(() => send(':\n\n'), heartbeatMs).unref();
  let timer = setTimeout(() => {
    isOver = true;
    clearInterval(heartbeat);
    stream.push(null);
    // Who has not read the end by then does not read.
    timer = setTimeout(() => stream.destroy(), heartbeatMs).unref();
  }, lifeMs).unref();
  stream.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(timer);
    stop();
  });
  // At once, so that the reader knows that it listens.
  send(':\n\n');
  return stream;
}

const toMessage = (event: StoredEvent): string => `id: ${event.id}\ndata: ${toRecordedJson(event)}\n\n`;
