import type { EventPage, EventReceipt, VuaEvent } from '@vua/models/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventLog } from '../storage/event-log.ts';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { createPostgresEventLog } from '../storage/postgres-event-log.ts';
import { createSqliteEventLog } from '../storage/sqlite-event-log.ts';
import { SEED } from '../storage/testing/seed.ts';
import { openTestPostgres, openTestSqlite } from '../storage/testing/test-databases.ts';
import { createDatabaseQuarantine } from './database-quarantine.ts';
import { createMemoryQuarantine } from './memory-quarantine.ts';
import type { QuarantineRepository } from './quarantine-repository.ts';
import { INJECTIONS, anyText } from './testing/odd-values.ts';
import { openIngestApp } from './testing/open-ingest-app.ts';
import { SAMPLE_TIME_MS, sampleEvent, sampleId } from './testing/sample-events.ts';

interface OpenedStores {
  readonly events: EventLog;
  readonly quarantine: QuarantineRepository;
  close(): Promise<void>;
}

const STORES: readonly (readonly [string, () => Promise<OpenedStores>])[] = [
  ['memory', async () => ({ events: createMemoryEventLog(), quarantine: createMemoryQuarantine(), close: async () => undefined })],
  ['SQLite', async () => {
    const database = await openTestSqlite();
    const events = createSqliteEventLog(database);
    return { events, quarantine: createDatabaseQuarantine(database), close: () => events.close().then(() => database.close()) };
  }],
  ['PostgreSQL', async () => {
    const database = await openTestPostgres();
    const events = createPostgresEventLog(database);
    return { events, quarantine: createDatabaseQuarantine(database), close: () => events.close().then(() => database.close()) };
  }],
];

/** An event with this text in every place that takes text. */
function withText(text: string, place: number): unknown {
  const [id, other] = [sampleId(), sampleId()];
  const places: readonly unknown[] = [
    sampleEvent({ id, data: { item: { itemId: text, size: text, colour: text, category: text }, listId: text } }),
    { ...sampleEvent({ id }), type: 'search', data: { term: text } },
    { ...sampleEvent({ id }), type: 'custom', data: { name: 'note', values: { text, again: text } } },
    { ...sampleEvent({ id }), type: 'purchase', data: { orderId: text, items: [{ itemId: text }], value: { amountMinor: 1, currency: 'VND' } } },
    sampleEvent({ id, arms: { [text]: text } }),
    { ...sampleEvent({ id }), type: text },
    { ...sampleEvent({ id }), [text]: text },
    { ...sampleEvent(), id: text },
    { ...sampleEvent({ id }), anonymousId: text },
    { ...sampleEvent({ id: other }), type: 'custom', data: { name: 'note', values: { [text]: text } } },
  ];
  return places[place % places.length];
}

it.each(STORES)(`keeps every text as it is, and runs none of it: %s (seed ${SEED})`, async (_name, open) => {
  const stores = await open();
  const { app, service } = await openIngestApp({ ...stores, clock: () => SAMPLE_TIME_MS });
  const drawn = fc.sample(anyText, { numRuns: 80, seed: SEED });
  const accepted = new Map<string, VuaEvent>();
  for (const [number, text] of [...INJECTIONS, ...drawn].entries()) {
    const events = Array.from({ length: 10 }, (_, place) => withText(text, place + number));
    const response = await app.inject({ method: 'POST', url: '/v1/events', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ sentAtMs: SAMPLE_TIME_MS, events }) });
    expect(response.statusCode).toBe(202);
    const receipt = response.json<EventReceipt>();
    expect(receipt.accepted.length + receipt.rejected.length).toBe(10);
    for (const event of events as VuaEvent[]) if (receipt.accepted.includes(event.id)) accepted.set(event.id, event);
  }
  expect(accepted.size).toBeGreaterThan(500);
  let after = '';
  let withArms = 0;
  for (;;) {
    const page = (await app.inject(`/v1/events?limit=999${after}`)).json<EventPage>();
    for (const { id, data, arms, consent } of page.events) {
      const sent = accepted.get(id);
      expect({ data, arms, consent }).toEqual({ data: sent?.data, arms: sent?.arms, consent: sent?.consent });
      if (arms !== undefined) withArms += 1;
      accepted.delete(id);
    }
    if (page.next === undefined) break;
    after = `&after=${page.next}`;
  }
  expect(accepted.size).toBe(0);
  expect(withArms).toBeGreaterThan(50);
  expect(await service.readQuarantine({ tenantId: 'demo', limit: 999 })).not.toEqual([]);
  await service.close();
  await stores.close();
});
