import { describe, expect, it } from 'vitest';
import { CANARIES } from './testing/canaries.ts';
import { findLeaks, type LeakWorld, type ServerUnderTest } from './testing/find-leaks.ts';
import { openEveryModule } from './testing/open-every-module.ts';

// Fault test 36.
describe('secrets, bodies and people', () => {
  it.each<[string, boolean, number[]]>([
    ['answer', false, [200, 202, 400, 401, 403]], ['fail and quote them', true, [400, 401, 403, 500, 503]],
  ])('stand in no log, trace, metric, header or error when the stores %s', async (_what, storesFail, some) => {
    const { leaks, requests, statuses } = await findLeaks(openEveryModule, { storesFail });
    expect([...statuses]).toEqual(expect.arrayContaining(some));
    expect(leaks).toEqual([]);
    expect(requests).toBeGreaterThan(300);
  }, 180_000);
});

describe('a planted leak is found', () => {
  const planted = (plant: (server: ServerUnderTest, world: LeakWorld) => void) => async (world: LeakWorld): Promise<ServerUnderTest> => {
    const server = await openEveryModule(world);
    plant(server, world);
    return server;
  };

  it.each<[string, (server: ServerUnderTest, world: LeakWorld) => void, string]>([
    ['the log', ({ app }) => app.addHook('onResponse', async (request) => request.log.debug({ from: request.headers['user-agent'] }, 'asked')), 'log: agent'],
    ['a trace', ({ app }, { tracer }) => app.addHook('onResponse', async (request) => tracer.startSpan(request.url).end()), 'trace: email'],
    ['an error', ({ app }) => app.addHook('onError', async (request, reply) => void reply.header('x-who', request.ip)), 'headers 500: address'],
    ['an answer', ({ app }) => app.get('/planted', { config: { access: { kind: 'public' } } }, (request) => Promise.resolve({ seen: request.headers.cookie })), 'answer 200: cookie'],
  ])('in %s', async (_where, plant, leak) => {
    expect((await findLeaks(planted(plant), { storesFail: true, isWanted: (url) => ['/planted', '/v1/consents', '/v1/erasures/:id'].includes(url) })).leaks).toContain(leak);
  });

  it('whatever it is', () => {
    expect(new Set(Object.values(CANARIES)).size).toBe(Object.keys(CANARIES).length);
  });
});
