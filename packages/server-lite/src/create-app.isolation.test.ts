import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS, type Permission, type RouteAccess } from './http/access.ts';
import { sampleId } from './ingest/testing/sample-events.ts';
import { askApi, type ApiAnswer } from './testing/ask-api.ts';
import { listOperations, type Operation } from './testing/list-operations.ts';
import { STATISTICS_ANSWERS, type Shop } from './testing/fill-shop.ts';
import { METRICS_TOKEN, openWholeServer, tokenOf, type WholeServer } from './testing/open-whole-server.ts';
import { fromPageOf, SAMPLE_REQUESTS, TELLING_OPERATIONS, withCredential, type Request } from './testing/sample-requests.ts';

let server: WholeServer;
let operations: readonly Operation[];
beforeAll(async () => {
  server = await openWholeServer();
  operations = await listOperations(server.app);
}, 60_000);
afterAll(() => server.close());

function sampleOf({ name }: Operation, shop: Shop): Request {
  const make = SAMPLE_REQUESTS[name];
  if (make === undefined) throw new Error(`${name} has no sample: add one to testing/sample-requests.ts`);
  return make(shop);
}

const ask = ({ method }: Operation, request: Request): Promise<ApiAnswer> => askApi(server.app, { ...request, method });

/** The request in the ways in which `caller` may make it. */
function waysOf({ access }: Operation, request: Request, caller: Shop): readonly Request[] {
  const byKey = withCredential(caller.credential, request);
  if (access.kind === 'public') return [request, byKey, fromPageOf(caller, request)];
  if (access.kind === 'permission') return [byKey, withCredential(tokenOf(caller, PERMISSIONS), request)];
  return [fromPageOf(caller, request), ...(access.orPermission === undefined ? [] : [byKey])];
}

it('every endpoint of the API description has a sample, and every sample an endpoint', () => {
  expect(operations.length).toBeGreaterThan(10);
  expect(operations.map(({ name }) => name).filter((name) => !(name in SAMPLE_REQUESTS))).toEqual([]);
});

describe('fault test 32: one shop and the ids of another', () => {
  /** All that the shop can read of itself. */
  async function readAll(shop: Shop): Promise<Record<string, string>> {
    const readable = operations.filter(({ method, access }) => method === 'GET' && access.kind === 'permission');
    const entries: [string, string][] = [];
    for (const operation of readable) entries.push([operation.name, (await ask(operation, withCredential(shop.credential, sampleOf(operation, shop)))).text.replaceAll(/"date":"[^"]*"/g, '')]);
    return Object.fromEntries(entries);
  }

  it('the samples show a shop its own', async () => {
    const { b } = server.shops;
    const own = await readAll(b);
    expect(Object.keys(own).filter((name) => own[name]?.includes(b.canary)).sort()).toEqual([...TELLING_OPERATIONS].sort());
    expect(own['GET /v1/insights/size-curve']).toContain(`"answers":${STATISTICS_ANSWERS}`);
    expect(own['GET /v1/erasures/{id}']).toContain(b.erasureId);
    const listed = await server.app.inject({ url: `/v1/products?site=${b.siteKey}` });
    expect(listed.body).toContain(b.goods);
  });

  it('no endpoint shows or changes a row of the other, in whichever way it is asked', async () => {
    const { a, b } = server.shops;
    // Asked by its owner first, so that a cache that forgets whom it answers would be caught.
    const before = await readAll(b);
    let asked = 0;
    // What the one leaves under an id of the other is its own, and would be found in its answers: reading comes first.
    for (const operation of operations.toSorted((one, other) => Number(one.method !== 'GET') - Number(other.method !== 'GET'))) {
      const sample = sampleOf(operation, b);
      const secrets = [b.canary, b.goods, b.eventId, b.consentId, b.erasureId].filter((secret) => !JSON.stringify(sample).includes(secret));
      for (const request of waysOf(operation, sample, a)) {
        const { status, text } = await ask(operation, request);
        asked += 1;
        expect(status, `${operation.name}: ${text}`).toBeLessThan(500);
        for (const secret of secrets) expect(text, operation.name).not.toContain(secret);
      }
    }
    expect(asked).toBeGreaterThan(operations.length);
    expect(await readAll(b)).toEqual(before);
  });

  it('neither the page nor the key of the one speaks for the other', async () => {
    const { a, b } = server.shops;
    const before = await readAll(b);
    for (const operation of operations.filter(({ access }) => access.kind === 'site')) {
      const sample = sampleOf(operation, b);
      const keyOfOther = withCredential(a.credential, fromPageOf(b, sample));
      for (const request of [{ ...fromPageOf(b, sample), headers: { ...sample.headers, origin: a.origin } }, { ...fromPageOf(a, sample), headers: { ...sample.headers, origin: b.origin } }]) {
        expect((await ask(operation, request)).status, operation.name).toBe(403);
      }
      // A key counts as what it is, whatever site stands beside it.
      const { status } = await ask(operation, keyOfOther);
      expect(status, operation.name).toBeLessThan(500);
    }
    const { 'GET /v1/insights/size-curve': curveBefore, ...rest } = before;
    const { 'GET /v1/insights/size-curve': curveAfter, ...restAfter } = await readAll(b);
    expect(restAfter).toEqual(rest);
    expect(curveAfter).toBe(curveBefore);
  });

  it('what the one leaves live is not heard by the other', async () => {
    const { a, b } = server.shops;
    const response = await server.app.inject({ url: '/v1/events/stream', headers: { authorization: `Bearer ${a.credential}` }, payloadAsStream: true });
    const stream = response.stream();
    const leave = async (shop: Shop): Promise<void> => {
      const operation = operations.find(({ name }) => name === 'POST /v1/events') as Operation;
      expect((await ask(operation, fromPageOf(shop, sampleOf(operation, { ...shop, eventId: sampleId() })))).status).toBe(202);
    };
    await leave(b);
    await leave(a);
    let heard = '';
    for await (const part of stream) {
      heard += String(part);
      if (heard.includes(a.subject)) break;
    }
    expect(heard).not.toContain(b.subject);
  });

  it('neither the log nor the figures name anybody or anything of them', async () => {
    const { a, b } = server.shops;
    const figures = await server.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
    expect(figures.body).toContain('/v1/subjects/:id/export');
    for (const shop of [a, b]) {
      for (const secret of [shop.canary, shop.subject, shop.eventId, shop.siteKey, shop.credential, shop.erasureId]) expect(server.log() + figures.body).not.toContain(secret);
    }
    expect(server.log()).toContain('/v1/subjects/:id/export');
  });
});

describe('fault test 33: every endpoint and every set of permissions', () => {
  const SETS: readonly (readonly Permission[])[] = Array.from({ length: 2 ** PERMISSIONS.length }, (_, bits) => PERMISSIONS.filter((_name, place) => (bits >> place) & 1));

  const opens = (access: Exclude<RouteAccess, { kind: 'public' }>, permissions: readonly Permission[]): boolean | 'site' => {
    const needed = access.kind === 'permission' ? access.permission : access.orPermission;
    return needed === undefined ? 'site' : permissions.includes(needed);
  };

  it('lets in who holds what the endpoint names, and nobody else', async () => {
    const { a } = server.shops;
    const holders = [...await Promise.all(SETS.map(async (permissions) => ({ permissions, credential: await server.makeKey(a, permissions) }))), ...SETS.map((permissions) => ({ permissions, credential: tokenOf(a, permissions) }))];
    let [letIn, refused] = [0, 0];
    for (const operation of operations) {
      const { access, name } = operation;
      if (access.kind === 'public') continue;
      for (const { permissions, credential } of holders) {
        const { status } = await ask(operation, withCredential(credential, sampleOf(operation, a)));
        const opened = opens(access, permissions);
        const what = `${name} with ${permissions.join(', ')}`;
        const expected = { true: 'let in', false: 'refused 403', site: 'refused 401' }[String(opened)];
        expect([400, 401, 403, 500].includes(status) ? `refused ${status}` : 'let in', what).toBe(expected);
        if (opened === true) letIn += 1;
        else refused += 1;
      }
    }
    expect(Math.min(letIn, refused)).toBeGreaterThan(100);
  }, 120_000);

  it.each([
    ['nobody', (request: Request) => request, 401], ['a key that nobody made', (request: Request) => withCredential(`vua_sk_0123456789abcdef_${'x'.repeat(43)}`, request), 401],
    ['a token that nobody signed', (request: Request) => withCredential('eyJhbGciOiJub25lIn0.e30.', request), 401],
  ])('refuses %s everywhere but where all may ask', async (_who, change, status) => {
    for (const operation of operations.filter(({ access }) => access.kind !== 'public')) {
      expect((await ask(operation, change(sampleOf(operation, server.shops.a)))).status, operation.name).toBe(status);
    }
  });

  it('a page opens what is for pages, and nothing that needs a permission', async () => {
    const { a } = server.shops;
    for (const operation of operations.filter(({ access }) => access.kind !== 'public')) {
      const { status } = await ask(operation, fromPageOf(a, sampleOf(operation, a)));
      expect(status === 401, `${operation.name}: ${status}`).toBe(operation.access.kind === 'permission');
    }
  });
});
