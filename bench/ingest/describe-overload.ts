import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryEventLog } from '../../packages/server-lite/src/storage/memory-event-log.ts';
import type { EventLog } from '../../packages/server-lite/src/storage/event-log.ts';
import { SEED } from '../../packages/server-lite/src/storage/testing/seed.ts';
import { openIngestApp, type IngestApp } from '../../packages/server-lite/src/ingest/testing/open-ingest-app.ts';
import { percentiles } from '../bench-result.ts';
import { runLoad, type LoadOrder, type LoadResult } from './run-load.ts';

const EVENTS_PER_REQUEST = 20;
/** Events a second that the store below keeps: little, so that the processor is not what gives out. */
const CAPACITY = 5000;
const CONNECTIONS = 256;
const RECOVERY_MS = 5000;

/** A store that keeps so many events a second and lets the others wait, without an end. */
function createSlowLog(): EventLog {
  let freeAtMs = 0;
  return { ...createMemoryEventLog(), append: async (events) => {
    const nowMs = performance.now();
    freeAtMs = Math.max(nowMs, freeAtMs) + (events.length / CAPACITY) * 1000;
    await new Promise((resolve) => { setTimeout(resolve, freeAtMs - nowMs); });
    return { status: 'stored', erasedIds: [] };
  } };
}

/** Three times more than the store can keep, for so many seconds. */
export const describeOverload = (seconds: number): void => void describe(`three times more events than can be kept, for ${seconds} s (seed ${SEED})`, () => {
  let opened: IngestApp;
  let port = 0;
  beforeAll(async () => {
    opened = await openIngestApp({ events: createSlowLog() });
    await opened.app.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = opened.app.server.address() as AddressInfo);
  });
  afterAll(() => opened.app.close());

  const load = (order: Pick<LoadOrder, 'seconds' | 'connections' | 'requestsPerSecond'>): Promise<LoadResult> =>
    runLoad({ host: '127.0.0.1', port, path: '/v1/events', eventsPerRequest: EVENTS_PER_REQUEST, seed: SEED, ...order });

  it('are refused at once, or kept about as fast as ever', async () => {
    const busy = await load({ seconds: 4, connections: CONNECTIONS });
    expect(Object.keys(busy.statuses)).toEqual(['202']);
    const usual = percentiles(busy.latenciesMs);

    const over = await load({ seconds, connections: CONNECTIONS * 4, requestsPerSecond: (3 * CAPACITY) / EVENTS_PER_REQUEST });
    expect(Object.keys(over.statuses).toSorted()).toEqual(['202', '503']);
    expect(over.withoutRetryAfter).toBe(0);
    expect(percentiles(over.latenciesMs).p99).toBeLessThan(2 * usual.p99);
    expect((over.latenciesMs.length * EVENTS_PER_REQUEST) / over.seconds).toBeGreaterThan(0.7 * CAPACITY);

    const startMs = performance.now();
    const after = await load({ seconds: 1, connections: CONNECTIONS, requestsPerSecond: (0.5 * CAPACITY) / EVENTS_PER_REQUEST });
    expect(Object.keys(after.statuses)).toEqual(['202']);
    expect(performance.now() - startMs).toBeLessThan(RECOVERY_MS);
  });
});
