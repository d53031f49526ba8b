import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../http/access.ts';
import { anyText, anyValue } from '../ingest/testing/odd-values.ts';
import { SEED } from '../storage/testing/seed.ts';
import { askApi } from './ask-api.ts';
import type { Shop } from './fill-shop.ts';
import { METRICS_TOKEN, openWholeServer, tokenOf, type WholeServer } from './open-whole-server.ts';
import { fromPageOf, type Request, SAMPLE_REQUESTS, withCredential } from './sample-requests.ts';

/** These have a fuzz of their own that knows their bodies. */
const ELSEWHERE = ['POST /v1/events', 'POST /v1/consents', 'GET /v1/events', 'GET /v1/events/export', 'GET /v1/quarantine', 'GET /v1/events/stream'];
const NAMES = Object.keys(SAMPLE_REQUESTS).filter((name) => !ELSEWHERE.includes(name));

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
const anyQuery = fc.dictionary(fc.oneof(fc.constantFrom('items', 'replace', 'dryRun', 'chart', 'audience', 'measurement'), fc.string({ maxLength: 5 }).filter((key) => key !== 'site')), anyText, { maxKeys: 3 })
  .map((query) => Object.entries(query).map(([key, value]) => `&${encoded(key)}=${encoded(value)}`).join(''));

interface Oddity {
  /** In the place of the request's last part of a path; undefined leaves it. */
  readonly part: string | undefined;
  readonly query: string;
  /** In the place of the body, or cut into it; undefined leaves it. */
  readonly body: string | Uint8Array | undefined;
  readonly cutAt: number;
}

const anyOddity: fc.Arbitrary<Oddity> = fc.record({
  part: fc.option(anyText, { nil: undefined }), query: anyQuery, cutAt: fc.nat(200),
  body: fc.option(fc.oneof(anyText, anyValue.map((value) => JSON.stringify(value) ?? ''), fc.uint8Array({ maxLength: 100 })), { nil: undefined }),
});

function spoil({ url, payload, ...rest }: Request, { part, query, body, cutAt }: Oddity): Request {
  const [path = '', given = ''] = url.split('?');
  const odd = part === undefined || part === '' ? path : `${path.slice(0, path.lastIndexOf('/') + 1)}${encoded(part)}`;
  const cut = typeof payload === 'string' && body !== undefined && cutAt % 2 === 0
    ? payload.slice(0, cutAt) + (typeof body === 'string' ? body : '') + payload.slice(cutAt)
    : body instanceof Uint8Array ? Buffer.from(body) : body ?? payload;
  return { ...rest, url: `${odd}?${given}${query}`, ...(payload !== undefined && { payload: cut }) };
}

/** As somebody to whom the endpoint is open. */
function letIn(name: string, shop: Shop, request: Request): Request {
  if (name === 'POST /v1/measurement-statistics') return fromPageOf(shop, request);
  return withCredential(name === 'GET /metrics' ? METRICS_TOKEN : tokenOf(shop, PERMISSIONS), request);
}

/** Nothing that is sent to an endpoint, with all permissions, makes the server fail, or change what every object inherits. @param cases for each endpoint */
export const describeApiFuzz = (cases: number): void => void describe(`fault test 23: ${cases} odd requests to each endpoint (seed ${SEED})`, () => {
  let server: WholeServer;
  beforeAll(async () => { server = await openWholeServer(); }, 60_000);
  afterAll(() => server.close());

  it.each(NAMES)('%s', async (name) => {
    const method = name.split(' ')[0] as 'GET' | 'POST' | 'PUT' | 'DELETE';
    const shop = server.shops.a;
    await fc.assert(fc.asyncProperty(anyOddity, async (oddity) => {
      const request = spoil(SAMPLE_REQUESTS[name]?.(shop) ?? { url: '/' }, oddity);
      const { status, text } = await askApi(server.app, { ...letIn(name, shop, request), method });
      expect(status, text).toBeLessThan(500);
      // Turned away at the door, the endpoint itself would not have been tried.
      expect([401, 403, 429]).not.toContain(status);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }), { numRuns: cases, seed: SEED });
  }, 300_000);
});
