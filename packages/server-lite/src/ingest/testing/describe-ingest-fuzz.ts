import { gzipSync } from 'node:zlib';
import type { EventReceipt } from '@vua/models/contracts';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEED } from '../../storage/testing/seed.ts';
import { anyText, anyValue, spoiled } from './odd-values.ts';
import { openIngestApp, type IngestApp } from './open-ingest-app.ts';
import { sampleConsent, sampleEvent } from './sample-events.ts';

const HEADERS = { 'content-type': 'application/json' };
const anyHeaders = fc.record({
  'content-type': fc.oneof({ weight: 8, arbitrary: fc.constantFrom('application/json', 'text/plain;charset=UTF-8') }, { weight: 1, arbitrary: fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data', 'a', 'text/plain; charset', 'application/json, text/plain') }),
  'content-encoding': fc.oneof({ weight: 8, arbitrary: fc.constant('identity') }, { weight: 1, arbitrary: fc.constantFrom('gzip', 'br', 'deflate', 'gzip, gzip', '') }),
});

const rightBatch = fc.integer({ min: 1, max: 3 }).map((count) => ({ sentAtMs: 1, events: Array.from({ length: count }, () => sampleEvent({ arms: { hero: 'b' } })) }));
const rightConsents = fc.constant(null).map(() => ({ records: [sampleConsent()] }));
const bodyLike = (right: fc.Arbitrary<unknown>): fc.Arbitrary<string | Buffer> => fc.oneof(
  { weight: 6, arbitrary: spoiled(right) },
  { weight: 1, arbitrary: anyValue.map((value) => JSON.stringify(value) ?? '') },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: spoiled(right).map((text) => gzipSync(text, { level: 1 })) },
);
const anyQuery = fc.dictionary(fc.oneof(fc.constantFrom('from', 'to', 'after', 'before', 'limit', 'format', 'site'), fc.string({ maxLength: 5 })),
  fc.oneof(anyText, fc.constantFrom('1', '5', 'ndjson', 'parquet', '2026-11-20', '019aa0c0-0000-7000-8000-000000000001')), { maxKeys: 4 })
  .map((query) => Object.entries(query).map(([key, value]) => `${encodeURIComponent(key.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`).join('&'));

/** Nothing that is sent makes the server fail, or change what every object inherits. @param cases for each address. */
export const describeIngestFuzz = (cases: number): void => void describe(`${cases} odd requests to each address (seed ${SEED})`, () => {
  let opened: IngestApp;
  // What is read has nothing to do with how much was written before.
  let reading: IngestApp;
  beforeAll(async () => {
    [opened, reading] = await Promise.all([openIngestApp(), openIngestApp()]);
    await reading.service.takeEvents('demo', { sentAtMs: 1, events: [sampleEvent(), sampleEvent(), {}] });
  });
  afterAll(() => Promise.all([opened.app.close(), reading.app.close()]));

  const check = (response: LightMyRequestResponse): void => {
    expect(response.statusCode).toBeLessThan(500);
    if (response.statusCode >= 400) expect(response.json()).toMatchObject({ status: response.statusCode, code: expect.stringMatching(/^[a-z-]+$/) as string });
    expect(Object.keys(Object.prototype)).toEqual([]);
  };
  const run = <T>(arbitrary: fc.Arbitrary<T>, send: (value: T) => Promise<void>): Promise<void> => fc.assert(fc.asyncProperty(arbitrary, send), { numRuns: cases, seed: SEED });

  it('POST /v1/events', () => run(fc.tuple(bodyLike(rightBatch), fc.oneof({ weight: 3, arbitrary: fc.constant(HEADERS) }, { weight: 1, arbitrary: anyHeaders })), async ([payload, headers]) => {
    const response = await opened.app.inject({ method: 'POST', url: '/v1/events?site=site_demoshop', headers, payload });
    check(response);
    const { accepted = [], rejected = [] } = response.json<Partial<EventReceipt>>();
    expect(response.statusCode === 202).toBe(accepted.length + rejected.length > 0);
  }));

  it('POST /v1/consents', () => expect(run(bodyLike(rightConsents), async (payload) => {
    check(await opened.app.inject({ method: 'POST', url: '/v1/consents', headers: HEADERS, payload }));
  })).resolves.toBeUndefined());

  it.each(['/v1/events', '/v1/events/export', '/v1/quarantine'])('GET %s', (path) => expect(run(anyQuery, async (query) => {
    check(await reading.app.inject(`${path}?${query}`));
  })).resolves.toBeUndefined());

  it('GET /v1/events/stream', () => run(anyQuery.filter((query) => query !== ''), async (query) => {
    const response = await reading.app.inject(`/v1/events/stream?${query}`);
    check(response);
    expect(response.statusCode).toBe(400);
  }));
});
