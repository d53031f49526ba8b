import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TimeLimits } from '../../http/time-limits.ts';
import { openIngestApp, type IngestApp } from './open-ingest-app.ts';
import { openRawSocket, type RawSocket } from './raw-socket.ts';
import { sampleEvent } from './sample-events.ts';

export interface SlowClients {
  readonly sockets: number;
  readonly limits: TimeLimits;
  /** How many times slower others may be served meanwhile. */
  readonly slowdownLimit: number;
}

const DRIP_EVERY_MS = 200;
/** For the machine: Node looks once a second for who is late. */
const MARGIN_MS = 3000;
const PROBES = 200;
/** Below, the machine's other work is all that is measured. */
const NOISE_MS = 10;
const HEAD = 'POST /v1/events HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

const KINDS = [
  ['a head that never ends', HEAD, 'X-A: b\r\n'],
  ['a body that never ends', `${HEAD}Content-Length: 100000\r\n\r\n{`, ' '],
  ['nothing at all', '', ''],
] as const;

/** Who sends drop by drop holds no place for long, and takes none of others. */
export const describeSlowClients = ({ sockets, limits, slowdownLimit }: SlowClients): void => void describe(`${sockets} connections that send`, () => {
  let opened: IngestApp;
  let port = 0;
  beforeAll(async () => {
    opened = await openIngestApp({}, limits);
    await opened.app.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = opened.app.server.address() as AddressInfo);
  });
  afterAll(() => opened.app.close());

  /** 95th percentile of the time in which right requests are answered, milliseconds. */
  const probe = async (): Promise<number> => {
    const times: number[] = [];
    for (let count = 0; count < PROBES; count++) {
      const start = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}/v1/events`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ sentAtMs: 1, events: [sampleEvent()] }) });
      await response.arrayBuffer();
      expect(response.status).toBe(202);
      times.push(performance.now() - start);
    }
    return times.toSorted((a, b) => a - b)[Math.floor(PROBES * 0.95)] ?? NaN;
  };

  it.each(KINDS)('%s', async (_kind, start, drop) => {
    await probe();
    const usual = await probe();
    const startMs = performance.now();
    const slow = await Promise.all(Array.from({ length: sockets }, () => openRawSocket(port)));
    for (const { socket } of slow) socket.write(start);
    const drip = setInterval(() => {
      for (const { socket } of slow) if (drop !== '' && !socket.destroyed) socket.write(drop);
    }, DRIP_EVERY_MS);
    const meanwhile = Math.min(await probe(), await probe());
    await Promise.all(slow.map(({ answered }: RawSocket) => answered));
    clearInterval(drip);
    expect(meanwhile).toBeLessThan(Math.max(usual * slowdownLimit, NOISE_MS));
    expect(performance.now() - startMs).toBeLessThan(Math.max(limits.requestTimeout, limits.http.headersTimeout) + MARGIN_MS);
  });
});
