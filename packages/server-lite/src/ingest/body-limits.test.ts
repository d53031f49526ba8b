import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openIngestApp, type IngestApp } from './testing/open-ingest-app.ts';
import { sampleEvent } from './testing/sample-events.ts';

let opened: IngestApp;
beforeAll(async () => { opened = await openIngestApp(); });
afterAll(() => opened.app.close());

const LIMIT = 1_000_000;
// A busy machine takes ten times as long as a quiet one; what is meant is that nothing takes for ever. `npm run bench -- ingest` measures the time.
const ANSWER_LIMIT_MS = 5000;
const MEMORY_LIMIT_BYTES = 50_000_000;

const post = async (payload: string | Buffer, headers: Readonly<Record<string, string>> = {}) => {
  const start = performance.now();
  const response = await opened.app.inject({ method: 'POST', url: '/v1/events', headers: { 'content-type': 'application/json', ...headers }, payload });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>(), ms: performance.now() - start };
};
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const manyKeys = (count: number): string => `{${Array.from({ length: count }, (_, number) => `"k${number}":0`).join(',')}}`;
const spreadKeys = (objects: number): string => `{"sentAtMs":1,"events":[${Array.from({ length: objects }, () => manyKeys(20)).join(',')}]}`;
const padded = (bytes: number): string => {
  const body = JSON.stringify({ sentAtMs: 1, events: [sampleEvent()] });
  return body + ' '.repeat(bytes - body.length);
};
const packed = { 'content-encoding': 'gzip' };
// Members of a gzip file may follow each other: a packed megabyte of nothing, 950 times, is a gigabyte in less than a megabyte.
const packedMegabyte = gzipSync(Buffer.alloc(1_000_000));
const bomb = Buffer.concat(Array.from({ length: 950 }, () => packedMegabyte));

it('takes a body of exactly a megabyte, packed or not', async () => {
  expect((await post(padded(LIMIT))).status).toBe(202);
  expect((await post(gzipSync(padded(LIMIT)), packed)).status).toBe(202);
});

it.each([
  ['a byte more than a megabyte', padded(LIMIT + 1), {}, 413],
  ['a byte more than a megabyte, packed', gzipSync(padded(LIMIT + 1)), packed, 413],
  ['a packed gigabyte', bomb, packed, 413],
  ['a packed gigabyte in one piece after a right start', Buffer.concat([gzipSync(padded(1000)), bomb]), packed, 413],
  ['lists in lists, 10,000 deep', nested(10_000), {}, 400],
  ['lists in lists, as deep as a megabyte holds', nested(LIMIT / 2), {}, 400],
  ['100,000 keys', manyKeys(90_000), {}, 400],
  ['90,000 keys in objects of 20', spreadKeys(4500), {}, 413],
  ['90,000 keys in objects of 20, packed', gzipSync(spreadKeys(4500)), packed, 413],
] as const)('refuses %s soon, and keeps nothing of it in memory', async (_name, payload, headers, status) => {
  const before = process.memoryUsage().rss;
  const answers = [await post(payload, headers), await post(payload, headers), await post(payload, headers)];
  expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
  expect(Math.min(...answers.map(({ ms }) => ms))).toBeLessThan(ANSWER_LIMIT_MS);
  expect(process.memoryUsage().rss - before).toBeLessThan(MEMORY_LIMIT_BYTES);
});

it('names the rule that a large body breaks', async () => {
  expect((await post(nested(LIMIT / 2))).body).toMatchObject({ code: 'invalid-request', errors: [{ at: '/body', rule: 'maxDepth' }] });
  for (const json of [manyKeys(90_000), `{"sentAtMs":1,"events":[${manyKeys(90_000)}]}`, `{"sentAtMs":1,"events":[{"type":"custom","data":{"values":${manyKeys(80_000)}}}]}`]) {
    const { status, body } = await post(json);
    expect([status, body]).toMatchObject([400, { code: 'invalid-request', errors: [{ at: '/body', rule: 'maxProperties' }] }]);
  }
});

it.each([
  ['10,000 deep', nested(10_000)], ['with 5,000 keys', manyKeys(5000)], ['with 5,000 keys in its values', `{"type":"custom","data":{"values":${manyKeys(5000)}}}`],
])('refuses an event alone that is %s, in a body that is not large', async (_name, event) => {
  const right = sampleEvent();
  const { status, body, ms } = await post(`{"sentAtMs":1,"events":[${event},${JSON.stringify(right)}]}`);
  expect([status, body]).toMatchObject([202, { accepted: [right.id], rejected: [{ index: 0, code: 'invalid-event' }] }]);
  expect(ms).toBeLessThan(ANSWER_LIMIT_MS);
});

it('refuses thousands of keys in the data of an event that is right but for them', async () => {
  const event = { ...sampleEvent(), type: 'custom' };
  const text = JSON.stringify(event).replace(/"data":\{.*\}/, `"data":{"name":"a","values":${manyKeys(5000)}}}`);
  const { status, body } = await post(`{"sentAtMs":1,"events":[${text}]}`);
  expect([status, body]).toMatchObject([202, { accepted: [], rejected: [{ code: 'invalid-event', path: '/data/values' }] }]);
});

it('takes 500 events with as many members as an event can have, in a large body', async () => {
  const arms = Object.fromEntries(Array.from({ length: 20 }, (_, number) => [`experiment-${number}`, 'b']));
  const events = Array.from({ length: 500 }, () => sampleEvent({ arms }));
  const { status, body } = await post(JSON.stringify({ sentAtMs: 1, events }));
  expect([status, (body['accepted'] as readonly string[]).length]).toEqual([202, 500]);
});
