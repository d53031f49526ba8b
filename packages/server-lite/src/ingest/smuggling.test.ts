import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openIngestApp, type IngestApp } from './testing/open-ingest-app.ts';
import { openRawSocket } from './testing/raw-socket.ts';
import { sampleEvent } from './testing/sample-events.ts';

let opened: IngestApp;
let port = 0;
beforeAll(async () => {
  opened = await openIngestApp();
  await opened.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = opened.app.server.address() as AddressInfo);
});
afterAll(() => opened.app.close());

const HIDDEN = 'GET /v1/quarantine HTTP/1.1\r\nHost: a\r\n\r\n';
const POST = 'POST /v1/events HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
const BODY = JSON.stringify({ sentAtMs: 1, events: [sampleEvent()] });
const CHUNKS = `${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`;

async function send(request: string): Promise<string> {
  const { socket, answered } = await openRawSocket(port);
  socket.write(request);
  return answered;
}

const statuses = (answer: string): string[] => [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status ?? '');

// Wherever two readers of a stream could part ways on where a request ends, the second request of each pair is hidden in the first.
it.each([
  ['length and chunks', `${POST}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['chunks and length', `${POST}Transfer-Encoding: chunked\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}${HIDDEN}`],
  ['two lengths', `${POST}Content-Length: ${BODY.length}\r\nContent-Length: ${BODY.length + HIDDEN.length}\r\n\r\n${BODY}${HIDDEN}`],
  ['the same length twice', `${POST}Content-Length: ${BODY.length}\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}${HIDDEN}`],
  ['two lengths in a line', `${POST}Content-Length: ${BODY.length}, ${BODY.length}\r\n\r\n${BODY}${HIDDEN}`],
  ['a length with a sign', `${POST}Content-Length: +${BODY.length}\r\n\r\n${BODY}${HIDDEN}`],
  ['a length below nothing', `${POST}Content-Length: -1\r\n\r\n${HIDDEN}`],
  ['a length in hexadecimal', `${POST}Content-Length: 0x10\r\n\r\n${BODY}${HIDDEN}`],
  ['a length with a fraction', `${POST}Content-Length: 10.0\r\n\r\n${BODY}${HIDDEN}`],
  ['a length beyond counting', `${POST}Content-Length: 99999999999999999999\r\n\r\n${BODY}${HIDDEN}`],
  ['an empty length', `${POST}Content-Length: \r\n\r\n${HIDDEN}`],
  ['a space before the colon of a length', `${POST}Content-Length : ${BODY.length}\r\n\r\n${BODY}${HIDDEN}`],
  ['a space before the colon of the encoding', `${POST}Transfer-Encoding : chunked\r\n\r\n${CHUNKS}${HIDDEN}`],
  ['an unknown encoding', `${POST}Transfer-Encoding: xchunked\r\n\r\n${CHUNKS}${HIDDEN}`],
  ['chunks that are not the last encoding', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n${CHUNKS}${HIDDEN}`],
  ['two encodings', `${POST}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n${CHUNKS}${HIDDEN}`],
  ['an encoding behind a tab of its own line', `${POST}X: a\r\n\tTransfer-Encoding: chunked\r\n\r\n${CHUNKS}${HIDDEN}`],
  ['bare line feeds', `${POST.replaceAll('\r\n', '\n')}Content-Length: 0\n\n${HIDDEN}`],
  ['a bare line feed in a header', `${POST}X: a\nContent-Length: 0\r\n\r\n${HIDDEN}`],
  ['a bare line feed at the end of the head', `${POST}Content-Length: 0\r\n\n${HIDDEN}`],
  ['a bare carriage return in a header', `${POST}X: a\rContent-Length: 0\r\n\r\n${HIDDEN}`],
  ['a zero in a header', `${POST}X: a\0b\r\nContent-Length: 0\r\n\r\n${HIDDEN}`],
  ['a header without a name', `${POST}: a\r\nContent-Length: 0\r\n\r\n${HIDDEN}`],
  ['a folded header', `${POST}X: a\r\n b\r\nContent-Length: 0\r\n\r\n${HIDDEN}`],
  ['a chunk with a wrong size', `${POST}Transfer-Encoding: chunked\r\n\r\nzz\r\n${BODY}\r\n0\r\n\r\n${HIDDEN}`],
  ['a chunk with a sign', `${POST}Transfer-Encoding: chunked\r\n\r\n+5\r\nabcde\r\n0\r\n\r\n${HIDDEN}`],
  ['a chunk longer than it says', `${POST}Transfer-Encoding: chunked\r\n\r\n5\r\nabcdefgh\r\n0\r\n\r\n${HIDDEN}`],
  ['a chunk with a bare line feed', `${POST}Transfer-Encoding: chunked\r\n\r\n5\nabcde\r\n0\r\n\r\n${HIDDEN}`],
  ['a chunk with a line feed in its extension', `${POST}Transfer-Encoding: chunked\r\n\r\n5;a\nb\r\nabcde\r\n0\r\n\r\n${HIDDEN}`],
  ['no host', `POST /v1/events HTTP/1.1\r\nContent-Length: 0\r\n\r\n${HIDDEN}`],
  ['another version', `POST /v1/events HTTP/1.9\r\nHost: a\r\nContent-Length: 0\r\n\r\n${HIDDEN}`],
])('answers 400 and nothing more: %s', async (_name, request) => {
  expect(statuses(await send(request))).toEqual(['400']);
});

it('answers both of two right requests in a row', async () => {
  const right = `${POST}Content-Length: ${BODY.length}\r\n\r\n${BODY}${HIDDEN.replace('Host: a', 'Host: a\r\nConnection: close')}`;
  expect(statuses(await send(right))).toEqual(['202', '200']);
});
