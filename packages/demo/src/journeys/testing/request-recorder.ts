import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it left the browser. */
export interface RecordedRequest {
  readonly method: string;
  /** Absolute; of a tunnel (HTTPS, WebSocket) its host and port. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface RequestRecorder {
  /** What the browser must be started with, besides its own arguments. */
  readonly args: readonly string[];
  readonly proxy: { readonly server: string };
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

// Chromium's own services (accounts, updates) are sent to a name that no page knows, or switched off: what is left was sent by the page.
const BROWSER_HOST = 'browser.invalid';
const QUIET_BROWSER = [
  ...['gaia-url', 'google-apis-url', 'apps-gallery-update-url', 'optimization-guide-service-get-hints-url', 'optimization-guide-service-get-models-url'].map((service) => `--${service}=http://${BROWSER_HOST}/`),
  `--component-updater=url-source=http://${BROWSER_HOST}/`,
  '--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,OptimizationGuideModelDownloading,Translate,MediaRouter',
];

/**
 * A proxy between the browser and everything else. It sees what any part of the page sends, a worker, a beacon or a WebSocket too, and
 * lets only plain requests to this machine through.
 */
export async function recordRequests(): Promise<RequestRecorder> {
  const requests: RecordedRequest[] = [];
  const note = (incoming: IncomingMessage, body: Buffer = Buffer.alloc(0)): void => {
    const { method = '', url = '' } = incoming;
    if (url.startsWith(`http://${BROWSER_HOST}/`)) return;
    requests.push({ method, url, body, headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])) });
  };
  const server = createServer((incoming, response) => void relay(incoming, response, note));
  server.on('connect', (incoming, socket) => { note(incoming); socket.destroy(); });
  server.on('upgrade', (incoming, socket) => { note(incoming); socket.destroy(); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    args: QUIET_BROWSER,
    proxy: { server: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    requests,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function relay(incoming: IncomingMessage, response: ServerResponse, note: (incoming: IncomingMessage, body: Buffer) => void): Promise<void> {
  const body = await bytesOf(incoming);
  note(incoming, body);
  const url = new URL(incoming.url ?? '/', 'http://nowhere.invalid');
  if (url.hostname !== '127.0.0.1') return void response.writeHead(502).end();
  const onward = forward(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  onward.end(body);
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
