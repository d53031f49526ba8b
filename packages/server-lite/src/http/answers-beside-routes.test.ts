import type { AddressInfo } from 'node:net';
import { Problem } from '@vua/models/contracts';
import type { FastifyInstance } from 'fastify';
import { Check } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIngestApp } from '../ingest/testing/open-ingest-app.ts';
import { openRawSocket } from '../ingest/testing/raw-socket.ts';
import { openMemoryApp } from '../testing/memory-app.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

let app: FastifyInstance;
let port = 0;
const listen = async (given: FastifyInstance): Promise<number> => {
  await given.listen({ port: 0, host: '127.0.0.1' });
  return (given.server.address() as AddressInfo).port;
};
beforeAll(async () => {
  app = await openMemoryApp();
  port = await listen(app);
});
afterAll(() => app.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** All answers on the connection, until the server closes it. */
async function send(bytes: string, to = port): Promise<readonly Answer[]> {
  const { socket, answered } = await openRawSocket(to);
  socket.write(Buffer.from(bytes, 'latin1'));
  return (await answered).split(/(?=HTTP\/1\.1 \d{3} )/).filter((text) => text !== '').map(toAnswer);
}

function toAnswer(text: string): Answer {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  return { status: Number(first.split(' ')[1]), body, headers: Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])) };
}

function expectProblem({ status, headers, body }: Answer, code: string): void {
  const problem: unknown = JSON.parse(body);
  expect(Check(Problem, problem), body).toBe(true);
  expect(problem).toMatchObject({ status, code });
  expect(headers).toMatchObject({
    ...SECURITY_HEADERS, 'cross-origin-resource-policy': expect.any(String) as string, 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store',
    'content-length': String(body.length), connection: 'close', date: expect.any(String) as string,
  });
}

const END = 'Host: a\r\nConnection: close\r\n\r\n';

describe('an answer without a route is a problem like all others', () => {
  it.each([
    ['an unknown address', `GET /nothing HTTP/1.1\r\n${END}`, 404, 'unknown-route'],
    ['a method that the address does not take', `PATCH /v1/products HTTP/1.1\r\n${END}`, 404, 'unknown-route'],
    ['a method of WebDAV', `PROPFIND /v1/products HTTP/1.1\r\n${END}`, 404, 'unknown-route'],
    ['a method that nobody knows', `FOO /healthz HTTP/1.1\r\n${END}`, 400, 'invalid-request'],
    ['a method in small letters', `get /healthz HTTP/1.1\r\n${END}`, 400, 'invalid-request'],
    ['CONNECT', `CONNECT other.example:443 HTTP/1.1\r\n${END}`, 405, 'method-not-allowed'],
    ['an address that cannot be read', `GET /v1/products/% HTTP/1.1\r\n${END}`, 400, 'invalid-request'],
    ['an address with bytes that are no text', `GET /\xff\xfe HTTP/1.1\r\n${END}`, 400, 'invalid-request'],
    ['an address without a path', `GET ?a HTTP/1.1\r\n${END}`, 400, 'invalid-request'],
    ['an asterisk as address', `GET * HTTP/1.1\r\n${END}`, 400, 'invalid-request'],
    ['an id that is too long', `GET /v1/products/${'a'.repeat(500)} HTTP/1.1\r\n${END}`, 400, 'invalid-request'],
    ['HTTP/2 in clear text', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'invalid-request'],
    ['HTTP/2.0 in the first line', `GET /healthz HTTP/2.0\r\n${END}`, 400, 'invalid-request'],
    ['HTTP/0.9', 'GET /healthz\r\n\r\n', 400, 'invalid-request'],
    ['TLS on a port without it', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, 'invalid-request'],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400, 'invalid-request'],
    ['two hosts', `GET /healthz HTTP/1.1\r\nHost: b\r\n${END}`, 400, 'invalid-request'],
    ['an expectation that nobody understands', `POST /v1/events HTTP/1.1\r\nExpect: 200-maybe\r\nContent-Length: 2\r\n${END}{}`, 417, 'expectation-failed'],
    ['a header of 100 kB', `GET /healthz HTTP/1.1\r\nX-A: ${'a'.repeat(100_000)}\r\n${END}`, 431, 'headers-too-large'],
    ['an address of 100 kB', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${END}`, 431, 'headers-too-large'],
    ['thousands of headers', `GET /healthz HTTP/1.1\r\n${'X-A: b\r\n'.repeat(5000)}${END}`, 431, 'headers-too-large'],
    ['a body that is too large', `POST /v1/products HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n${END}`, 413, 'payload-too-large'],
  ] as const)('%s', async (_name, bytes, status, code) => {
    const answers = await send(bytes);
    expect(answers.map((answer) => answer.status)).toEqual([status]);
    for (const answer of answers) expectProblem(answer, code);
  });

  it('a chunk with an endless extension', async () => {
    const head = `POST /v1/events?site=site_demoshop HTTP/1.1\r\nOrigin: https://shop.example\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n${END}`;
    const [answer, ...others] = await send(`${head}2;${'a'.repeat(100_000)}\r\n{}\r\n0\r\n\r\n`);
    expect([answer?.status, others]).toEqual([413, []]);
    if (answer !== undefined) expectProblem(answer, 'payload-too-large');
  });

  it.each([
    ['a head that does not end', 'POST /v1/events HTTP/1.1\r\nHost: a\r\n'],
    ['a body that does not end', 'POST /v1/events HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{'],
  ])('%s', async (_name, bytes) => {
    const hasty = await openIngestApp({}, { requestTimeout: 300, http: { headersTimeout: 200, connectionsCheckingInterval: 50 } });
    const answers = await send(bytes, await listen(hasty.app));
    expect(answers.map(({ status }) => status)).toEqual([408]);
    for (const answer of answers) expectProblem(answer, 'request-timeout');
    await hasty.app.close();
  });
});

it('puts no problem into the middle of another answer', async () => {
  const live = await openIngestApp();
  const { socket, answered } = await openRawSocket(await listen(live.app));
  socket.once('data', () => socket.write('BAD\r\n\r\n'));
  socket.write('GET /v1/events/stream HTTP/1.1\r\nHost: a\r\n\r\n');
  expect((await answered).match(/HTTP\/1\.1/g)).toEqual(['HTTP/1.1']);
  await live.app.close();
});

it('takes an address with a host in it, and HTTP/1.0', async () => {
  const answers = [...(await send(`GET http://other.example/healthz HTTP/1.1\r\n${END}`)), ...(await send('GET /healthz HTTP/1.0\r\n\r\n'))];
  expect(answers.map(({ status, body }) => [status, body])).toEqual([[200, '{"status":"ok"}'], [200, '{"status":"ok"}']]);
});

it('answers who asked before the server ends, and sends who asks afterwards elsewhere', async () => {
  const ending = await openMemoryApp();
  const port = await listen(ending);
  const [asked, late] = await Promise.all([openRawSocket(port), openRawSocket(port)]);
  const [body, half] = ['{"records":[]}', 5];
  const head = `POST /v1/consents?site=site_demoshop HTTP/1.1\r\nHost: a\r\nOrigin: https://shop.example\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  const begun = new Promise<void>((resolve) => { ending.server.once('request', () => resolve()); });
  late.socket.write('GET /healthz HTTP/1.1\r\n');
  asked.socket.write(head + body.slice(0, half));
  await begun;
  const closed = ending.close();
  await expect.poll(() => ending.server.listening).toBe(false);
  asked.socket.write(body.slice(half));
  late.socket.write(END);
  const answers = (await Promise.all([asked.answered, late.answered])).map(toAnswer);
  await closed;
  expect(answers.map(({ status, headers }) => [status, headers['connection']])).toEqual([[400, 'close'], [503, 'close']]);
  expect(answers[1]?.headers).toMatchObject({ 'retry-after': '5' });
  for (const answer of answers.slice(1)) expectProblem(answer, 'not-ready');
});
