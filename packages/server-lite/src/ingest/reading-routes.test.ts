import type { AddressInfo } from 'node:net';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { type EventPage, type QuarantinePage, RecordedEvent } from '@vua/models/contracts';
import type { EventQuery, StoredEvent } from '../storage/event-log.ts';
import { consentOf, type ConsentLetters } from '../storage/events/consent-letters.ts';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { compileCheck } from './event-checks.ts';
import { openIngestApp, type IngestApp } from './testing/open-ingest-app.ts';
import { SAMPLE_TIME_MS, sampleEvent, sampleId } from './testing/sample-events.ts';

const checkRecorded = compileCheck(RecordedEvent);
const clock = (): number => SAMPLE_TIME_MS + 60_000;

const CONSENTS: readonly (ConsentLetters | undefined)[] = ['gdu', undefined, 'ggg'];

function storedEvent(number: number, changes: Partial<StoredEvent> = {}): StoredEvent {
  return {
    tenantId: 'demo', id: sampleId(), type: 'view_item', anonymousId: sampleId(), customerId: number % 2 === 0 ? 'c'.repeat(43) : undefined, sessionId: sampleId(),
    itemId: number % 3 === 0 ? undefined : `item "${number}" áo`, timeMs: SAMPLE_TIME_MS + number, receivedMs: SAMPLE_TIME_MS + number + 5, dataJson: `{"n":${number},"text":"áo \\"dài\\""}`,
    armsJson: number % 4 === 0 ? undefined : `{"hero":"${number}","áo \\"dài\\"":"b"}`, consent: CONSENTS[number % CONSENTS.length], ...changes,
  };
}

const recorded = ({ tenantId: _tenantId, dataJson, armsJson = 'null', consent, ...event }: StoredEvent): RecordedEvent =>
  JSON.parse(JSON.stringify({ ...event, consent: consentOf(consent), arms: (JSON.parse(armsJson) as RecordedEvent['arms'] | null) ?? undefined, data: JSON.parse(dataJson) as unknown })) as RecordedEvent;

async function openWith(count: number): Promise<IngestApp & { readonly rows: readonly StoredEvent[] }> {
  const rows = Array.from({ length: count }, (_, number) => storedEvent(number));
  const events = createMemoryEventLog();
  await events.append([...rows, storedEvent(1, { tenantId: 'other' })]);
  return { ...(await openIngestApp({ events, clock })), rows };
}

describe('GET /v1/events', () => {
  it('gives all events of the tenant, a page at a time', async () => {
    const { app, rows } = await openWith(25);
    const got: RecordedEvent[] = [];
    let after = '';
    for (let page = 0; page < 3; page++) {
      const response = await app.inject(`/v1/events?limit=10${after}`);
      expect(response.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      const { events, next } = response.json<EventPage>();
      got.push(...events);
      after = `&after=${next ?? ''}`;
      expect(next === undefined).toBe(page === 2);
    }
    expect(got).toEqual(rows.map(recorded));
  });

  it('says what the shopper had agreed to and which arms ran, where that is known', async () => {
    const { app, rows } = await openWith(2);
    const response = await app.inject('/v1/events');
    const [bare, full] = [rows[1], rows[0]].map((row) => response.json<EventPage>().events.find(({ id }) => id === row?.id));
    expect(full?.consent).toEqual({ analytics: 'granted', personalization: 'denied', statistics: 'unknown' });
    expect(full).not.toHaveProperty('arms');
    expect(bare?.arms).toEqual({ hero: '1', 'áo "dài"': 'b' });
    expect(bare).not.toHaveProperty('consent');
    for (const event of response.json<EventPage>().events) expect(checkRecorded(event)).toBeUndefined();
  });

  it('takes times as milliseconds and as ISO 8601', async () => {
    const { app, rows } = await openWith(5);
    const response = await app.inject(`/v1/events?from=${SAMPLE_TIME_MS + 1}&to=2026-11-20T08:00:00.003Z`);
    expect(response.json<EventPage>().events.map(({ id }) => id)).toEqual([rows[1]?.id, rows[2]?.id]);
    expect((await app.inject('/v1/events?to=2026-11-20')).json()).toEqual({ events: [] });
  });

  it.each(['from=tomorrow', 'from=2026-13-45', 'from=2026-02-30', 'to=2026-02-29T08:00:00Z', 'from=5&to=4', 'limit=0', 'limit=1000', 'after=x', 'subject=a'])('refuses %s', async (query) => {
    const { app } = await openWith(0);
    for (const path of ['/v1/events', '/v1/events/export']) {
      const response = await app.inject(`${path}?${query}`);
      expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([400, 'invalid-request']);
    }
  });
});

describe('GET /v1/events/export', () => {
  it('writes one event a line', async () => {
    const { app, rows } = await openWith(1203);
    const response = await app.inject('/v1/events/export');
    expect(response.headers).toMatchObject({ 'content-type': 'application/x-ndjson; charset=utf-8', 'content-disposition': 'attachment; filename="events.ndjson"' });
    expect(response.body.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(rows.map(recorded));
  });

  it('writes a Parquet file of several row groups', async () => {
    const { app, rows } = await openWith(11_002);
    const response = await app.inject('/v1/events/export?format=parquet');
    expect(response.headers['content-type']).toBe('application/vnd.apache.parquet');
    const { buffer, byteOffset, byteLength } = response.rawPayload;
    const file = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
    const read = await parquetReadObjects({ file: { byteLength, slice: (start, end) => file.slice(start, end) } });
    expect(read).toEqual(rows.map(({ tenantId: _tenantId, dataJson, timeMs, receivedMs, customerId = null, itemId = null, armsJson: arms = null, consent, ...event }) => ({
      ...event, customerId, itemId, arms, consent: consent === undefined ? null : JSON.stringify(consentOf(consent)), timeMs: new Date(timeMs), receivedMs: new Date(receivedMs), data: dataJson,
    })));
  });

  it.each([['ndjson', ''], ['parquet', 'PAR1']])('of nothing is whole too: %s', async (format, end) => {
    const { app } = await openWith(0);
    const { statusCode, rawPayload } = await app.inject(`/v1/events/export?format=${format}`);
    expect([statusCode, rawPayload.subarray(-4).toString()]).toEqual([200, end]);
  });

  it('reads no more than what is taken from it', async () => {
    let pages = 0;
    // Without an end: an export that gathered it first would never answer.
    const read = async ({ limit }: EventQuery): Promise<readonly StoredEvent[]> => {
      pages += 1;
      return Array.from({ length: limit }, () => storedEvent(1, { dataJson: JSON.stringify('a'.repeat(10_000)) }));
    };
    const { app } = await openIngestApp({ events: { ...createMemoryEventLog(), read } });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const response = await fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/v1/events/export`);
    const reader = response.body?.getReader();
    for (let chunk = 0; chunk < 20; chunk++) await reader?.read();
    expect(pages).toBeLessThan(10);
    await reader?.cancel();
    await app.close();
    expect(pages).toBeLessThan(10);
  });
});

describe('GET /v1/quarantine', () => {
  const send = ({ app }: IngestApp, ...events: readonly unknown[]) =>
    app.inject({ method: 'POST', url: '/v1/events', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ sentAtMs: SAMPLE_TIME_MS, events }) });

  it('shows what was wrong, newest first', async () => {
    const opened = await openIngestApp({ clock });
    const wrong = { ...sampleEvent(), version: 2 };
    await send(opened, wrong, sampleEvent(), { ...sampleEvent(), type: 'dance' });
    const page = (await opened.app.inject('/v1/quarantine')).json<QuarantinePage>();
    expect(page.events.map(({ code, path }) => [code, path])).toEqual([['unknown-type', '/type'], ['invalid-event', '/version']]);
    expect(page.events[1]).toMatchObject({ eventId: wrong.id, receivedMs: clock(), body: JSON.stringify(wrong) });
  });

  it('keeps nothing of who did not agree, or was erased', async () => {
    const events = createMemoryEventLog();
    const opened = await openIngestApp({ clock, events });
    const denied = { analytics: 'denied', personalization: 'granted', statistics: 'granted' } as const;
    const gone = sampleEvent({ anonymousId: sampleId() });
    await events.eraseSubject('demo', gone.anonymousId);
    await send(opened, sampleEvent({ consent: denied }), { ...sampleEvent({ consent: denied }), version: 2 }, gone, sampleEvent({ customerId: 'c'.repeat(43) }), { email: 'a@b.c' }, 'nguyen');
    const { events: rows } = (await opened.app.inject('/v1/quarantine')).json<QuarantinePage>();
    expect(rows.map(({ code }) => code)).toEqual(['subject-erased', 'invalid-event', 'invalid-event', 'invalid-event', 'invalid-event', 'without-consent']);
    for (const row of rows) expect(row).not.toHaveProperty('body');
    expect(await opened.service.readQuarantine({ tenantId: 'demo', limit: 10 })).not.toContainEqual(expect.objectContaining({ anonymousId: expect.stringContaining('') as string }));
  });

  it.each<[string, (id: string) => object]>([
    ['a space before the id', (anonymousId) => ({ anonymousId: ` ${anonymousId}` })],
    ['capitals', (anonymousId) => ({ anonymousId: anonymousId.toUpperCase() })],
    ['no id', () => ({ anonymousId: undefined })],
    ['another fault first', (anonymousId) => ({ version: 2, anonymousId: `${anonymousId} ` })],
    ['a customer that is none', () => ({ customerId: ` ${'c'.repeat(43)}`, consent: { analytics: 'granted', personalization: 'granted', statistics: 'unknown' } })],
  ])('keeps nothing that an erasure would not find: %s', async (_name, change) => {
    const opened = await openIngestApp({ clock });
    const right = sampleEvent({ anonymousId: sampleId() });
    await send(opened, { ...right, ...change(right.anonymousId) });
    const rows = await opened.service.readQuarantine({ tenantId: 'demo', limit: 10 });
    expect(rows.map(({ code, eventId, anonymousId, customerId, body }) => ({ code, eventId, anonymousId, customerId, body })))
      .toEqual([{ code: 'invalid-event', eventId: right.id, anonymousId: undefined, customerId: undefined, body: undefined }]);
  });

  it('cuts long events off, and takes those that cannot be written down', async () => {
    const opened = await openIngestApp({ clock });
    const { anonymousId, consent } = sampleEvent();
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const response = await opened.app.inject({
      method: 'POST', url: '/v1/events', headers: { 'content-type': 'application/json' },
      payload: `{"sentAtMs":1,"events":[${JSON.stringify({ anonymousId, consent, long: 'a'.repeat(10_000), id: '\0' })},{"consent":${JSON.stringify(consent)},"deep":${deep}}]}`,
    });
    expect(response.statusCode).toBe(202);
    const [second, first] = (await opened.app.inject('/v1/quarantine')).json<QuarantinePage>().events;
    expect(first?.body).toHaveLength(2000);
    expect(first?.eventId).toBe('\ufffd');
    expect(second).toMatchObject({ code: 'invalid-event' });
  });
});
