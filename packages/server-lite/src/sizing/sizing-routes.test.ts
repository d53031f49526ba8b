import type { SizeCurveReport } from '@vua/models/contracts';
import { fastify, type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { AdmissionLimits } from '../http/admission.ts';
import { handleErrors } from '../http/handle-errors.ts';
import { createMemoryStatistics } from './memory-statistics.ts';
import { sizingRoutes } from './sizing-routes.ts';
import type { StatisticsRepository } from './statistics-repository.ts';
import { createStatisticsService } from './statistics-service.ts';

let app: FastifyInstance;
beforeEach(async () => { app = await openApp(); });

async function openApp(changes: Partial<StatisticsRepository> = {}, ...limits: readonly [] | readonly [AdmissionLimits]): Promise<FastifyInstance> {
  const app = fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  handleErrors(app);
  app.decorateRequest('caller');
  // Stands for the guard: the tenant is what the site key says.
  app.addHook('onRequest', async (request) => {
    request.caller = { kind: 'site', tenantId: String((request.query as { site?: string }).site ?? request.headers['x-tenant']), siteKey: '' };
  });
  await app.register(sizingRoutes(createStatisticsService({ ...createMemoryStatistics(), ...changes }), ...limits));
  return app;
}

const post = (payload: unknown, site = 'site_shopaaaa'): Promise<LightMyRequestResponse> => app.inject({ method: 'POST', url: `/v1/measurement-statistics?site=${site}`, payload: payload as object });
const report = async (tenant = 'site_shopaaaa'): Promise<SizeCurveReport> => (await app.inject({ url: '/v1/insights/size-curve', headers: { 'x-tenant': tenant } })).json<SizeCurveReport>();
const body = (chest: number, changes: object = {}): object => ({ kind: 'rounded', audience: 'women', valuesCm: { chest }, ...changes });

it('tells nothing of 19 bodies, and all of 20', async () => {
  for (let count = 0; count < 19; count += 1) expect((await post(body(90 + count))).statusCode).toBe(204);
  expect(await report()).toEqual({ leastAnswers: 20, curves: [] });
  await post(body(90));
  expect(await report()).toEqual({ leastAnswers: 20, curves: [{ kind: 'rounded', audience: 'women', zone: 'chest', answers: 20, cells: [{ answers: 20, share: 1 }] }] });
});

it('changes only by 20 bodies at once', async () => {
  for (let count = 0; count < 25; count += 1) await post(body(90));
  const before = await report();
  for (let count = 0; count < 19; count += 1) await post(body(120));
  expect(await report()).toEqual(before);
  await post(body(120));
  expect((await report()).curves[0]).toMatchObject({ answers: 45, cells: [{ belowCm: 91, answers: 25 }, { fromCm: 91, answers: 20 }] });
});

it('keeps shops apart', async () => {
  for (let count = 0; count < 20; count += 1) await post(body(90));
  expect((await report('site_shopbbbb')).curves).toEqual([]);
});

it('frees randomized answers of their noise', async () => {
  // 400 bodies, all in bin 3: 51.3 % answer 3, the others fall evenly.
  const answers = [28, 28, 28, 204, 28, 28, 28, 28];
  for (const [bin, count] of answers.entries()) {
    for (let index = 0; index < count; index += 1) await post({ kind: 'randomized', audience: 'men', zone: 'waist', epsilon: 2, bins: 8, bin });
  }
  const [curve] = (await report()).curves;
  expect(curve).toMatchObject({ kind: 'randomized', epsilon: 2, bins: 8, answers: 400 });
  expect(curve?.cells[3]).toMatchObject({ fromCm: 79, belowCm: 87, answers: 204 });
  expect(curve?.cells[3]?.share).toBeCloseTo(1, 1);
  expect(curve?.cells[0]).toMatchObject({ belowCm: 63 });
  expect(Math.abs(curve?.cells[0]?.share ?? 1)).toBeLessThan(0.02);
  expect(curve?.kind === 'randomized' && curve.cells[3]?.standardError).toBeCloseTo(0.0564, 3);
});

it.each<[string, unknown, string]>([
  ['an id', body(90, { id: 'x' }), '/body'],
  ['a time', body(90, { timeMs: 1 }), '/body'],
  ['a fraction of a centimetre', body(90.5), '/body'],
  ['a zone that is not counted', body(90, { valuesCm: { neck: 40 } }), '/body'],
  ['no measurement', body(90, { valuesCm: {} }), '/body/valuesCm'],
  ['a bin that is none', { kind: 'randomized', audience: 'men', zone: 'waist', epsilon: 2, bins: 8, bin: 8 }, '/body/bin'],
  ['a design of its own', { kind: 'randomized', audience: 'men', zone: 'waist', epsilon: 2.5, bins: 8, bin: 1 }, '/body/epsilon'],
])('refuses %s', async (_what, payload, at) => {
  const response = await post(payload);
  expect(response.statusCode).toBe(400);
  expect(response.json<{ errors: { at: string }[] }>().errors.map((error) => error.at).join(' ')).toContain(at);
  expect((await report()).curves).toEqual([]);
});

it('answers whatever it is sent with less than 500', async () => {
  await fc.assert(fc.asyncProperty(fc.jsonValue(), async (payload) => {
    const { statusCode } = await app.inject({ method: 'POST', url: '/v1/measurement-statistics?site=site_shopaaaa', headers: { 'content-type': 'application/json' }, payload: JSON.stringify(payload) });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
  }), { numRuns: 300 });
});

it('takes no large body', async () => {
  expect((await post({ kind: 'rounded', audience: 'women', valuesCm: { chest: 90 }, more: 'x'.repeat(2000) })).statusCode).toBe(413);
});

it('says 503 and when to come back while the database is away, and gives the place back', async () => {
  app = await openApp({ add: async () => Promise.reject(new Error('away')) }, { requests: 1, records: 1 });
  for (let turn = 0; turn < 2; turn += 1) {
    const response = await post(body(90));
    expect([response.statusCode, response.headers['retry-after'], response.json<{ code: string }>().code]).toEqual([503, '1', 'overloaded']);
  }
  expect((await post(body(90, { valuesCm: {} }))).statusCode).toBe(400);
});

it('turns away what it could not answer soon, and takes it later', async () => {
  const commit = Promise.withResolvers<void>();
  let added = 0;
  app = await openApp({
    add: async () => {
      added += 1;
      await commit.promise;
    },
  });
  const inside = Array.from({ length: 200 }, () => post(body(90)));
  await expect.poll(() => added).toBe(200);
  expect((await post(body(90))).statusCode).toBe(503);
  commit.resolve();
  expect(new Set((await Promise.all(inside)).map(({ statusCode }) => statusCode))).toEqual(new Set([204]));
  expect((await post(body(90))).statusCode).toBe(204);
});
