import type { EventReceipt } from '@vua/models/contracts';
import { expect, it } from 'vitest';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { SEED, createRandom } from '../storage/testing/seed.ts';
import { openIngestApp } from './testing/open-ingest-app.ts';
import { SAMPLE_TIME_MS, sampleEvent } from './testing/sample-events.ts';
import { createTimeOrderedIds } from './time-ordered-ids.ts';

const HOUR_MS = 3_600_000;
const DEVICES = 40;
const BATCHES = 10;

it(`takes every event once while clocks are a day off and step back by an hour (seed ${SEED})`, async () => {
  const random = createRandom(SEED);
  let nowMs = SAMPLE_TIME_MS;
  const events = createMemoryEventLog(() => nowMs);
  const { app } = await openIngestApp({ events, clock: () => nowMs });
  const devices = Array.from({ length: DEVICES }, () => ({ offMs: Math.round((random() * 2 - 1) * 24 * HOUR_MS) }));
  const made = devices.map((device) => createTimeOrderedIds(() => nowMs + device.offMs));
  const receipts: EventReceipt[] = [];
  for (let turn = 0; turn < BATCHES; turn++) {
    // Half way the server's clock, and every third device's, steps back.
    if (turn === BATCHES / 2) nowMs -= HOUR_MS;
    for (const [k, device] of devices.entries()) {
      if (turn === BATCHES / 2 && k % 3 === 0) device.offMs -= HOUR_MS;
      nowMs += 50;
      const timeMs = nowMs + device.offMs;
      const batch = { sentAtMs: timeMs, events: Array.from({ length: 3 }, (_, back) => sampleEvent({ id: made[k]?.() ?? '', timeMs: timeMs - back * 1000 })) };
      // Sent twice, as after an answer that got lost.
      for (let sent = 0; sent < 2; sent++) {
        const response = await app.inject({ method: 'POST', url: '/v1/events', headers: { 'content-type': 'text/plain' }, payload: JSON.stringify(batch) });
        receipts.push(response.json<EventReceipt>());
      }
      const kept = await events.read({ tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 5000 });
      for (const [back, { id }] of batch.events.entries()) {
        const row = kept.find((event) => event.id === id);
        // Right by the server's clock, however wrong the device's is; a difference of up to 5 s counts as the way of the request.
        expect(Math.abs((row?.timeMs ?? 0) - (nowMs - back * 1000))).toBeLessThanOrEqual(5000);
        expect(row?.timeMs).toBeLessThanOrEqual(nowMs);
      }
    }
  }
  expect(receipts.flatMap(({ rejected }) => rejected)).toEqual([]);
  const all = await events.read({ tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 5000 });
  expect(all).toHaveLength(DEVICES * BATCHES * 3);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
