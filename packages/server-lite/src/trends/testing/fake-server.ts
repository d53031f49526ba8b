import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one answer. `hang`: never comes; `reset-midway`, `cut`: half of it, by a connection that breaks or one that ends well. */
export type Fault = 'reset' | 'reset-midway' | 'hang' | 'error-500' | 'cut' | 'odd-shape' | 'html';

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** In the place of JSON. */
  readonly bytes?: Uint8Array;
}

export interface FakeServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Path and query of every question, in order. */
  readonly calls: readonly URL[];
  /** The next answers, each once. `none`: as it should be. */
  failNext(...faults: readonly (Fault | 'none')[]): void;
  close(): Promise<void>;
}

/** An HTTP server on this machine whose answers can be made to fail. */
export async function openFakeServer(answer: (url: URL, headers: Readonly<Record<string, string | readonly string[] | undefined>>) => FakeAnswer): Promise<FakeServer> {
  const calls: URL[] = [];
  const faults: (Fault | 'none')[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    calls.push(url);
    const fault = faults.shift() ?? 'none';
    // Asked but not told: what the far side counts and where it stands moves on all the same.
    send(response, answer(url, request.headers), fault);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    failNext: (...given) => void faults.push(...given),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, { status, headers = {}, json, bytes }: FakeAnswer, fault: Fault | 'none'): void {
  const body = Buffer.from(bytes ?? JSON.stringify(json));
  const half = body.subarray(0, Math.ceil(body.length / 2));
  if (fault === 'hang') return;
  if (fault === 'reset') return void response.destroy();
  if (fault === 'error-500') return end(response, 500, 'text/plain', 'Internal Server Error');
  if (fault === 'html') return end(response, 200, 'text/html', '<!doctype html><title>Log in</title>');
  if (fault === 'odd-shape') return end(response, 200, 'application/json', JSON.stringify({ data: { items: 'moved' }, trends: 'moved' }));
  if (fault === 'cut') return end(response, status, 'application/json', half);
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', 'content-length': Buffer.byteLength(body), ...headers });
  if (fault === 'reset-midway') response.write(half, () => response.destroy());
  else response.end(body);
}

function end(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
