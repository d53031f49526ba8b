import { gzipSync } from 'node:zlib';
import type { EventReceipt } from '@vua/models/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EventLog } from '../storage/event-log.ts';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { createMemoryConsents } from './memory-consents.ts';
import { openIngestApp, type IngestApp } from './testing/open-ingest-app.ts';
import { SAMPLE_TIME_MS, sampleConsent, sampleEvent, sampleId } from './testing/sample-events.ts';

const URL = '/v1/events?site=site_demoshop';

const clock = (): number => SAMPLE_TIME_MS + 1000;

function post({ app }: IngestApp, body: unknown, headers: Readonly<Record<string, string>> = {}, url = URL): Promise<LightMyRequestResponse> {
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload });
}

const kept = (events: EventLog) => events.read({ tenantId: 'demo', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, limit: 5000 });
const batchOf = (...events: readonly unknown[]) => ({ sentAtMs: SAMPLE_TIME_MS, events });

describe('POST /v1/events', () => {
  it('answers 202 with the ids that are kept', async () => {
    const events = createMemoryEventLog();
    const event = sampleEvent({ arms: { hero: 'b' } });
    const response = await post(await openIngestApp({ events, clock }), batchOf(event));
    expect([response.statusCode, response.json()]).toEqual([202, { accepted: [event.id], rejected: [] }]);
    expect(await kept(events)).toEqual([{
      tenantId: 'demo', id: event.id, type: 'view_item', anonymousId: event.anonymousId, customerId: undefined, sessionId: event.sessionId,
      itemId: 'shirt-a', timeMs: SAMPLE_TIME_MS, receivedMs: SAMPLE_TIME_MS + 1000, dataJson: JSON.stringify(event.data), armsJson: '{"hero":"b"}', consent: 'gdu',
    }]);
  });

  it('answers only after the commit', async () => {
    const commit = Promise.withResolvers<void>();
    const append = async () => commit.promise.then(() => ({ status: 'stored', erasedIds: [] }) as const);
    let isAnswered = false;
    const answer = post(await openIngestApp({ events: { ...createMemoryEventLog(), append } }), batchOf(sampleEvent())).then((response) => {
      isAnswered = true;
      return response;
    });
    await new Promise(setImmediate);
    expect(isAnswered).toBe(false);
    commit.resolve();
    expect((await answer).statusCode).toBe(202);
  });

  it('takes the right events and says of the others why and where', async () => {
    const right = sampleEvent();
    const refused = sampleEvent({ consent: { analytics: 'denied', personalization: 'denied', statistics: 'denied' } });
    const response = await post(await openIngestApp(), batchOf({ ...right, id: 5 }, right, refused, { ...right, type: 'dance' }));
    expect(response.json()).toEqual({
      accepted: [right.id],
      rejected: [
        { index: 0, code: 'invalid-event', path: '/id' },
        { index: 2, id: refused.id, code: 'without-consent' },
        { index: 3, id: right.id, code: 'unknown-type', path: '/type' },
      ],
    });
  });

  it('takes an event again without a word', async () => {
    const events = createMemoryEventLog();
    const app = await openIngestApp({ events });
    const event = sampleEvent();
    for (const batch of [batchOf(event), batchOf(event, event), batchOf(event)]) {
      const response = await post(app, batch);
      expect(response.statusCode).toBe(202);
      expect(new Set(response.json<EventReceipt>().accepted)).toEqual(new Set([event.id]));
    }
    expect(await kept(events)).toHaveLength(1);
  });

  it('refuses events of erased subjects', async () => {
    const events = createMemoryEventLog();
    const [kept, gone] = [sampleEvent(), sampleEvent({ anonymousId: sampleId() })];
    await events.eraseSubject('demo', gone.anonymousId);
    const response = await post(await openIngestApp({ events }), batchOf(gone, kept));
    expect(response.json()).toEqual({ accepted: [kept.id], rejected: [{ index: 0, id: gone.id, code: 'subject-erased' }] });
  });

  it.each(['queue-full', 'storage-full', 'unreachable'] as const)('says 503 and when to come back: %s', async (reason) => {
    const append = async () => ({ status: 'unavailable', reason, retryAfterMs: 1500 }) as const;
    const response = await post(await openIngestApp({ events: { ...createMemoryEventLog(), append } }), batchOf(sampleEvent()));
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('2');
    expect(response.json()).toMatchObject({ code: 'overloaded' });
  });

  it('turns away what it could not answer soon, and takes it later', async () => {
    const commit = Promise.withResolvers<void>();
    const append = async () => commit.promise.then(() => ({ status: 'stored', erasedIds: [] }) as const);
    const app = await openIngestApp({ events: { ...createMemoryEventLog(), append }, admission: { requests: 2, records: 100 } });
    const inside = [post(app, batchOf(sampleEvent())), post(app, batchOf(sampleEvent()))];
    await new Promise(setImmediate);
    expect((await post(app, batchOf(sampleEvent()))).statusCode).toBe(503);
    commit.resolve();
    expect((await Promise.all(inside)).map(({ statusCode }) => statusCode)).toEqual([202, 202]);
    expect((await post(app, batchOf(sampleEvent()))).statusCode).toBe(202);
  });
});

describe('the body', () => {
  const body = JSON.stringify(batchOf(sampleEvent()));
  let opened: IngestApp;
  beforeAll(async () => { opened = await openIngestApp(); });

  it.each(['application/json', 'application/json; charset=utf-8', 'text/plain', 'text/plain;charset=UTF-8'])('may be %s', async (type) => {
    expect((await post(opened, body, { 'content-type': type })).statusCode).toBe(202);
  });

  it.each(['application/json', 'text/plain'])('may be packed: %s', async (type) => {
    expect((await post(opened, gzipSync(body), { 'content-type': type, 'content-encoding': 'gzip' })).statusCode).toBe(202);
  });

  it.each([
    ['another type', body, { 'content-type': 'application/xml' }, 415, 'unsupported-media-type'],
    ['a form', body, { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
    ['another packing', body, { 'content-encoding': 'br' }, 415, 'unsupported-media-type'],
    ['what is not packed', body, { 'content-encoding': 'gzip' }, 400, 'invalid-request'],
    ['half of what was packed', gzipSync(body).subarray(0, 60), { 'content-encoding': 'gzip' }, 400, 'invalid-request'],
    ['what is not JSON', '{', {}, 400, 'invalid-request'],
    ['nothing', '', {}, 400, 'invalid-request'],
    ['a list', '[]', {}, 400, 'invalid-request'],
    ['null', 'null', {}, 400, 'invalid-request'],
    ['no events', '{"sentAtMs":1,"events":[]}', {}, 400, 'invalid-request'],
    ['an unknown field', '{"sentAtMs":1,"events":[1],"more":1}', {}, 400, 'invalid-request'],
    ['a prototype', '{"sentAtMs":1,"events":[1],"__proto__":{"polluted":1}}', {}, 400, 'invalid-request'],
    ['501 events', { sentAtMs: 1, events: Array.from({ length: 501 }, () => 1) }, {}, 400, 'invalid-request'],
  ] as const)('is refused when it is %s', async (_name, given, headers, status, code) => {
    const response = await post(opened, given, headers);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ code });
  });

  it('may hold 500 events', async () => {
    const response = await post(opened, batchOf(...Array.from({ length: 500 }, () => sampleEvent())));
    expect(response.json<EventReceipt>().accepted).toHaveLength(500);
  });

  it('says where it is wrong', async () => {
    expect((await post(opened, '{')).json()).toMatchObject({ errors: [{ at: '/body', rule: 'json' }] });
    expect((await post(opened, { sentAtMs: 1 })).json()).toMatchObject({ errors: [{ at: '/body/events', rule: 'required' }] });
    const response = await post(opened, { sentAtMs: 'now', events: [1] });
    expect(response.json()).toMatchObject({ errors: [{ at: '/body/sentAtMs', rule: 'type' }] });
  });
});

describe('POST /v1/consents', () => {
  const url = '/v1/consents?site=site_demoshop';

  it('keeps a proof once', async () => {
    const consents = createMemoryConsents();
    const app = await openIngestApp({ consents, clock });
    const record = sampleConsent();
    for (let turn = 0; turn < 2; turn++) {
      const response = await post(app, { records: [record] }, {}, url);
      expect([response.statusCode, response.json()]).toEqual([202, { stored: [record.id] }]);
    }
    expect(await consents.exportSubject('demo', record.anonymousId)).toEqual([{ ...record, tenantId: 'demo', receivedMs: clock() }]);
  });

  it('confirms nothing that is not kept', async () => {
    const consents = { ...createMemoryConsents(), add: async () => Promise.reject(new Error('disk full')) };
    const response = await post(await openIngestApp({ consents }), { records: [sampleConsent()] }, {}, url);
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('1');
  });

  it('turns away what it could not answer soon, and takes it later', async () => {
    const commit = Promise.withResolvers<void>();
    const consents = { ...createMemoryConsents(), add: async () => commit.promise };
    const app = await openIngestApp({ consents, consentAdmission: { requests: 2, records: 100 } });
    const send = (): Promise<LightMyRequestResponse> => post(app, { records: [sampleConsent()] }, {}, url);
    const inside = [send(), send()];
    await new Promise(setImmediate);
    const response = await send();
    expect([response.statusCode, response.headers['retry-after'], response.json<{ code: string }>().code]).toEqual([503, '1', 'overloaded']);
    // Events have places of their own.
    expect((await post(app, batchOf(sampleEvent()))).statusCode).toBe(202);
    commit.resolve();
    expect((await Promise.all(inside)).map(({ statusCode }) => statusCode)).toEqual([202, 202]);
    expect((await send()).statusCode).toBe(202);
  });

  it('gives its place back when nothing is kept', async () => {
    const consents = { ...createMemoryConsents(), add: async () => Promise.reject(new Error('away')) };
    const { service } = await openIngestApp({ consents, consentAdmission: { requests: 1, records: 1 } });
    for (let turn = 0; turn < 2; turn++) expect(await service.takeConsents('demo', { records: [sampleConsent()] })).toEqual({ status: 'unavailable', reason: 'unreachable', retryAfterMs: 1000 });
  });

  it.each([
    ['no record', { records: [] }], ['an unknown choice', { records: [{ ...sampleConsent(), choices: {} }] }], ['a name', { records: [{ ...sampleConsent(), email: 'a@b.c' }] }],
  ])('refuses %s', async (_name, body) => {
    expect((await post(await openIngestApp(), body, {}, url)).statusCode).toBe(400);
  });
});
