import type { EventBatch, VuaEvent } from '@vua/models/contracts';
import { expect, it } from 'vitest';
import { judgeEvent } from '../../packages/server-lite/src/ingest/judge-event.ts';
import { createRequests } from './make-requests.ts';

it('makes right events, each with an id of its own, in a whole request', () => {
  const nextRequest = createRequests({ host: 'a:1', path: '/v1/events', eventsPerRequest: 20 });
  const ids = new Set<string>();
  for (let count = 0; count < 50; count++) {
    const [head = '', body = ''] = nextRequest().split('\r\n\r\n');
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
    for (const event of (JSON.parse(body) as EventBatch).events) {
      expect(judgeEvent(event).status).toBe('accepted');
      ids.add((event as VuaEvent).id);
    }
  }
  expect(ids.size).toBe(1000);
});
