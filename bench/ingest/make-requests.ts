import type { VuaEvent } from '@vua/models/contracts';

export interface RequestShape {
  readonly host: string;
  /** Path with its query. */
  readonly path: string;
  /** 0: a bare GET. */
  readonly eventsPerRequest: number;
  /** @default the server's own */
  readonly origin?: string;
}

/** Makes requests as a tracker makes them, every event with an id of its own. */
export function createRequests({ host, path, eventsPerRequest, origin = `http://${host}` }: RequestShape): () => string {
  if (eventsPerRequest === 0) return () => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const nextId = createIds();
  return () => {
    const events = Array.from({ length: eventsPerRequest }, () => eventJson(nextId()));
    const body = `{"sentAtMs":${Date.now()},"events":[${events.join(',')}]}`;
    return `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  };
}

const SAMPLE: Omit<VuaEvent, 'id' | 'timeMs'> = {
  version: 1, sessionId: '019aa0c0-0000-7000-8000-000000000001', anonymousId: '019aa0c0-0000-7000-8000-000000000002',
  consent: { analytics: 'granted', personalization: 'denied', statistics: 'unknown' }, type: 'view_item',
  data: { item: { itemId: 'linen-shirt-relaxed', size: 'M', category: 'shirts', price: { amountMinor: 650_000, currency: 'VND' } }, listId: 'home' },
};
const SAMPLE_TAIL = JSON.stringify(SAMPLE).slice(1);

const eventJson = (id: string): string => `{"id":"${id}","timeMs":${Date.now()},${SAMPLE_TAIL}`;

/** UUIDs of version 7 that ascend; counted, not drawn: drawing would cost more than sending. */
function createIds(): () => string {
  const process = Math.floor(Math.random() * 0xffff_ffff).toString(16).padStart(8, '0');
  let counter = 0;
  return () => {
    counter += 1;
    const time = Date.now().toString(16).padStart(12, '0');
    const count = counter.toString(16).padStart(7, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count.slice(0, 3)}-8${process.slice(0, 3)}-${count.slice(3)}${process}`;
  };
}
