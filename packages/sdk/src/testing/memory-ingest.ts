import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { BATCH_LIMITS, ConsentBatch, EVENT_DATA, EventBatch, EventEnvelope, type EventReceipt, type VuaEvent } from '@vua/models/contracts';
import { Check } from 'typebox/value';

/** What the server does with a request instead of answering as it should. */
export type Disturbance =
  /** No answer, and nothing stored. */
  | { readonly kind: 'cut' }
  /** Stored, but the answer never comes. */
  | { readonly kind: 'cut-after' }
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  /** Answers as it should once this resolves. */
  | { readonly kind: 'hold'; readonly until: Promise<unknown> };

export interface SeenRequest {
  readonly path: string;
  readonly type: string;
  readonly encoding: string | undefined;
  readonly hasCookie: boolean;
  readonly referrer: string | undefined;
  readonly bytes: number;
  readonly atMs: number;
  readonly body: unknown;
}

/** `POST /v1/events` and `/v1/consents` as the contracts describe them, in memory; and pages of a shop on another origin. */
export interface MemoryIngest {
  /** Of the API; ends with a slash. */
  readonly apiUrl: string;
  /** Of the shop's page; another origin. */
  readonly pageUrl: string;
  /** Each event once, in the order in which they first came. */
  readonly stored: readonly VuaEvent[];
  readonly consents: readonly unknown[];
  readonly requests: readonly SeenRequest[];
  /** How often an event came. */
  timesSent(id: string): number;
  /** Asked before each request; undefined: all is well. */
  disturb(disturbance: ((request: SeenRequest) => Disturbance | undefined) | undefined): void;
  /** Resolves when `condition` holds, which is asked after each request. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

export interface MemoryIngestOptions {
  /** The page's module. */
  readonly script: string;
  readonly siteKey: string;
}

export async function startMemoryIngest({ script, siteKey }: MemoryIngestOptions): Promise<MemoryIngest> {
  const state: IngestState = { siteKey, stored: new Map(), sent: new Map(), consents: new Map(), requests: [], waiting: new Set() };
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') return void response.writeHead(204, corsOf(request)).end();
    if (request.method !== 'POST') return servePage(request, response, script, port());
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(state, request, response, Buffer.concat(chunks)));
  });
  const port = (): number => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });

  return {
    apiUrl: `http://127.0.0.1:${port()}/`,
    pageUrl: `http://localhost:${port()}/`,
    get stored() { return [...state.stored.values()]; },
    get consents() { return [...state.consents.values()]; },
    requests: state.requests,
    timesSent: (id) => state.sent.get(id) ?? 0,
    disturb: (given) => { state.disturbance = given; },
    until: (condition) => new Promise((resolve) => {
      const check = (): void => {
        if (!condition()) return;
        state.waiting.delete(check);
        resolve();
      };
      state.waiting.add(check);
      check();
    }),
    close: () => closeServer(server),
  };
}

interface IngestState {
  readonly siteKey: string;
  readonly stored: Map<string, VuaEvent>;
  readonly sent: Map<string, number>;
  readonly consents: Map<string, unknown>;
  readonly requests: SeenRequest[];
  readonly waiting: Set<() => void>;
  disturbance?: ((request: SeenRequest) => Disturbance | undefined) | undefined;
}

async function answer(state: IngestState, request: IncomingMessage, response: ServerResponse, bytes: Buffer): Promise<void> {
  const seen = describe(request, bytes);
  state.requests.push(seen);
  for (const { id } of ((seen.body as { events?: { id: string }[] } | undefined)?.events ?? [])) state.sent.set(id, (state.sent.get(id) ?? 0) + 1);
  const disturbed = state.disturbance?.(seen);
  if (disturbed?.kind === 'hold') await disturbed.until;
  if (disturbed?.kind === 'cut') request.socket.destroy();
  else if (disturbed?.kind === 'answer') send(request, response, disturbed);
  else {
    const taken = refusalOf(request, bytes, seen, state.siteKey) ?? take(seen, state);
    if (disturbed?.kind === 'cut-after') request.socket.destroy();
    else send(request, response, taken);
  }
  for (const check of state.waiting) check();
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, headers }: { status: number; body?: unknown; headers?: Readonly<Record<string, string>> }): void {
  response.writeHead(status, { 'content-type': status < 300 ? 'application/json' : 'application/problem+json', ...corsOf(request), ...headers }).end(JSON.stringify(body));
}

function take({ path, body }: SeenRequest, { stored, consents }: IngestState): { status: number; body: unknown } {
  if (path.startsWith('/v1/consents')) return takeConsents(body, consents);
  if (!Check(EventBatch, body)) return problem('invalid-request', 400);
  const receipt: EventReceipt = { accepted: [], rejected: [] };
  body.events.forEach((event, index) => takeEvent(event, index, stored, receipt));
  return { status: 202, body: receipt };
}

/** What a server refuses before it looks at events. */
function refusalOf(request: IncomingMessage, bytes: Buffer, { body }: SeenRequest, siteKey: string): { status: number; body: unknown } | undefined {
  const searchParams = new URLSearchParams(request.url?.split('?')[1]);
  const type = request.headers['content-type'] ?? '';
  if (searchParams.get('site') !== siteKey) return problem('forbidden', 403);
  if (!/^(application\/json|text\/plain)\b/.test(type) || ![undefined, 'gzip'].includes(request.headers['content-encoding'])) return problem('unsupported-media-type', 415);
  if (bytes.length > BATCH_LIMITS.bytes || JSON.stringify(body ?? null).length > BATCH_LIMITS.bytes) return problem('payload-too-large', 413);
  return body === undefined ? problem('invalid-request', 400) : undefined;
}

function takeEvent(given: unknown, index: number, stored: Map<string, VuaEvent>, { accepted, rejected }: EventReceipt): void {
  const { id, type, consent, data } = given as VuaEvent;
  const schema = Object.hasOwn(EVENT_DATA, type) ? EVENT_DATA[type] : undefined;
  if (!Check(EventEnvelope, given)) rejected.push({ index, id, code: 'invalid-event' });
  else if (consent.analytics === 'denied') rejected.push({ index, id, code: 'without-consent' });
  else if (!schema) rejected.push({ index, id, code: 'unknown-type' });
  else if (!Check(schema, data)) rejected.push({ index, id, code: 'invalid-event', path: '/data' });
  else {
    if (!stored.has(id)) stored.set(id, given as VuaEvent);
    accepted.push(id);
  }
}

function takeConsents(body: unknown, consents: Map<string, unknown>): { status: number; body: unknown } {
  if (!Check(ConsentBatch, body)) return problem('invalid-request', 400);
  for (const record of body.records) consents.set(record.id, record);
  return { status: 202, body: { stored: body.records.map(({ id }) => id) } };
}

const problem = (code: string, status: number): { status: number; body: unknown } => ({ status, body: { type: `urn:vua:problem:${code}`, title: code, status, code } });

function describe(request: IncomingMessage, bytes: Buffer): SeenRequest {
  const { 'content-type': type = '', 'content-encoding': encoding, cookie, referer } = request.headers;
  return { path: request.url ?? '/', type, encoding, hasCookie: cookie !== undefined, referrer: referer, bytes: bytes.length, atMs: Date.now(), body: parse(bytes, encoding) };
}

function parse(bytes: Buffer, encoding: string | undefined): unknown {
  try {
    return JSON.parse((encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString());
  } catch {
    return undefined;
  }
}

function corsOf({ headers: { origin } }: IncomingMessage): Record<string, string> {
  if (!origin || !/^http:\/\/localhost:\d+$/.test(origin)) return {};
  return { 'access-control-allow-origin': origin, 'access-control-allow-headers': 'content-type, content-encoding', 'access-control-allow-methods': 'POST', 'access-control-expose-headers': 'retry-after', vary: 'origin' };
}

/** As strict as a shop can be. */
function servePage({ url }: IncomingMessage, response: ServerResponse, script: string, port: number): void {
  if (url === '/page.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
  const policy = `default-src 'none'; script-src 'nonce-shop'; connect-src http://127.0.0.1:${port}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
  response.end('<!doctype html><title>Shop</title><link rel="icon" href="data:,"><script type="module" nonce="shop" src="/page.js"></script>');
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
