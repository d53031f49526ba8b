import { Writable } from 'node:stream';
import type { Tracer } from '@opentelemetry/api';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import type { FastifyBaseLogger, FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import { PERMISSIONS, type Authenticator, type RateLimiter } from '../../http/access.ts';
import { LOG_OPTIONS } from '../../http/log-options.ts';
import { openTracing } from '../open-tracing.ts';
import { canaryRequests } from './canary-requests.ts';
import { CANARIES, CREDENTIALS, canariesIn } from './canaries.ts';

const LEAK_SITE_KEY = 'site_canarytest';
const LEAK_ORIGIN = 'https://shop.example';

/** What the server under test must be built with. */
export interface LeakWorld {
  readonly logger: FastifyBaseLogger;
  readonly tracer: Tracer;
  /** Knows {@link LEAK_SITE_KEY} from {@link LEAK_ORIGIN}, and one key with every permission. */
  readonly authenticator: Authenticator;
  readonly limiter: RateLimiter;
  readonly metricsToken: string;
  /** Gives the store back, or one of which every method fails with a message full of canaries. */
  readonly store: <S extends object>(store: S) => S;
}

export interface ServerUnderTest {
  /** With every route and hook of the real one, and `guardRoutes`. */
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

export interface LeakSearchOptions {
  /** Whether every store rejects with a message full of canaries. @default false */
  readonly storesFail?: boolean;
  /** Routes to ask, by their pattern. @default all */
  readonly isWanted?: (url: string) => boolean;
}

export interface LeakSearch {
  readonly requests: number;
  /** Every status that was answered. */
  readonly statuses: ReadonlySet<number>;
  /** What leaked where, such as `log: email`. */
  readonly leaks: readonly string[];
}

/** Routes that answer for as long as they are listened to. */
const ENDLESS = /live|stream/;

/** Sends canaries wherever a request can carry something, to every route, by everybody, and looks for them in logs, traces, metrics, headers and error answers. */
export async function findLeaks(open: (world: LeakWorld) => Promise<ServerUnderTest>, { storesFail = false, isWanted = () => true }: LeakSearchOptions = {}): Promise<LeakSearch> {
  const lines: string[] = [];
  const spans = new InMemorySpanExporter();
  // Spans are looked at after the shutdown, which would empty it.
  spans.shutdown = async () => undefined;
  const tracing = await openTracing({ endpoint: 'http://localhost:1', exporter: spans });
  const server = await open({
    tracer: tracing.tracer, authenticator, limiter: { take: async () => ({ status: 'taken' }) }, metricsToken: CANARIES.metricsToken,
    // Everything that could be logged at whatever level.
    logger: pino({ ...LOG_OPTIONS, level: 'trace' }, new Writable({ write: (chunk: Buffer, _encoding, done) => { lines.push(chunk.toString()); done(); } })),
    store: (store) => (storesFail ? failing(store) : store),
  });
  const { app } = server;
  await app.ready();
  const answers: string[] = [];
  const statuses = new Set<number>();
  const requests = app.guardedRoutes().filter(({ url }) => isWanted(url)).flatMap((route) => canaryRequests(route, LEAK_SITE_KEY).flatMap((request) => asEverybody(request, ENDLESS.test(route.url))));
  for (const request of requests) {
    const answer = await app.inject(request);
    statuses.add(answer.statusCode);
    answers.push(...readAnswer(answer));
  }
  const metrics = await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${CANARIES.metricsToken}` } });
  await server.close();
  await tracing.close();
  const told = spans.getFinishedSpans().map(({ name, attributes, events, status, links, resource }) => JSON.stringify({ name, attributes, events, status, links, resource: resource.attributes }));
  const leaks = [...lines.flatMap(found('log')), ...told.flatMap(found('trace')), ...metrics.body.split('\n').flatMap(found('metrics')), ...answers];
  return { requests: requests.length, statuses, leaks: [...new Set(leaks)] };
}

const authenticator: Authenticator = {
  findSite: async (siteKey) => (siteKey === LEAK_SITE_KEY ? { tenantId: 'demo', origins: new Set([LEAK_ORIGIN]) } : undefined),
  findBearer: async (credential) => (credential === CANARIES.apiKey ? { kind: 'key', tenantId: 'demo', id: 'k1', permissions: new Set(PERMISSIONS) } : undefined),
};

function asEverybody(request: InjectOptions, isEndless: boolean): readonly InjectOptions[] {
  const as = (headers: Record<string, string>): InjectOptions => ({ ...request, headers: { ...request.headers, ...headers } });
  const strangers = [as({ authorization: `Bearer ${CANARIES.wrongKey}` }), as({ authorization: `Bearer ${CANARIES.token}`, 'x-api-key': CANARIES.headerSecret }), as({ origin: `https://${CANARIES.path}.example` })];
  return isEndless ? strangers : [...strangers, as({ origin: LEAK_ORIGIN }), as({ authorization: `Bearer ${CANARIES.apiKey}` })];
}

/** Headers may hold no canary, errors neither; good answers no credentials: they may be about the very person who was asked for. */
function readAnswer({ statusCode, body, headers }: { readonly statusCode: number; readonly body: string; readonly headers: unknown }): readonly string[] {
  const inBody = statusCode >= 400 ? found(`answer ${statusCode}`)(body) : canariesIn(body, CREDENTIALS).map((name) => `answer ${statusCode}: ${name}`);
  return [...found(`headers ${statusCode}`)(JSON.stringify(headers)), ...inBody];
}

const found = (where: string) => (text: string): readonly string[] => canariesIn(text).map((name) => `${where}: ${name}`);

/** A store that is away, and says more in its errors than it should. */
function failing<S extends object>(store: S): S {
  return new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function' || name === 'state' || name === 'close') return value;
      return async (...given: readonly unknown[]) => Promise.reject(new Error(`${CANARIES.storeMessage} ${CANARIES.databasePassword} ${JSON.stringify(given)}`));
    },
  });
}
