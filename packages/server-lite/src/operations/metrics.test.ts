import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { measureRequests } from './measure-requests.ts';
import { metricsRoutes } from './metrics-routes.ts';
import { createMetrics, type MetricsOptions } from './metrics.ts';
import { observeEventLog } from './observe-event-log.ts';
import { openPlainApp } from './testing/open-plain-app.ts';

async function open(token?: string, options?: MetricsOptions): Promise<{ readonly app: FastifyInstance; readonly metrics: ReturnType<typeof createMetrics> }> {
  const metrics = createMetrics(options);
  const app = openPlainApp();
  measureRequests(app, metrics);
  await app.register(metricsRoutes({ metrics, ...(token === undefined ? {} : { token }) }));
  app.get<{ Params: { id: string } }>('/v1/things/:id', (request) => {
    if (request.params.id === 'broken') throw new Error('broken');
    return Promise.resolve({});
  });
  return { app, metrics };
}

const textOf = async (app: FastifyInstance): Promise<string> => (await app.inject('/metrics')).body;

describe('figures', () => {
  it('tell requests by route pattern, method and status, never by address', async () => {
    const { app } = await open();
    for (const url of ['/v1/things/one-id', '/v1/things/another-id', '/v1/things/broken', '/secret-path', '/v1/things/one-id?mail=a@b.example']) await app.inject(url);
    const text = await textOf(app);
    expect(text).toContain('vua_http_request_duration_seconds_count{method="GET",route="/v1/things/:id",status="200"} 3');
    expect(text).toContain('vua_http_request_duration_seconds_count{method="GET",route="/v1/things/:id",status="500"} 1');
    expect(text).toContain('vua_http_request_duration_seconds_count{method="GET",route="unknown",status="404"} 1');
    for (const told of ['one-id', 'another-id', 'secret-path', 'a@b.example']) expect(text).not.toContain(told);
  });

  it('tell what became of events', async () => {
    const { app, metrics } = await open();
    metrics.ingestObserved({ kind: 'answered', accepted: 17, rejected: ['invalid-event', 'invalid-event', 'subject-erased'] });
    metrics.ingestObserved({ kind: 'turned-away', reason: 'queue-full' });
    const text = await textOf(app);
    expect(text).toContain('vua_events_accepted_total 17');
    expect(text).toContain('vua_events_rejected_total{reason="invalid-event"} 2');
    expect(text).toContain('vua_ingest_turned_away_total{reason="queue-full"} 1');
  });

  it('tell the queue, the lag and the jobs', async () => {
    const { app, metrics } = await open(undefined, { eventQueue: () => ({ queued: 321 }), lag: async () => 7 });
    metrics.jobFinished('retention', 'ok', 1500);
    metrics.jobFailed('retention', new Error('row of a@b.example'), 'job');
    metrics.subjectStoreFailed('consents');
    metrics.pictureLookedAt('too-large');
    const text = await textOf(app);
    for (const line of [
      'vua_event_queue_length 321', 'vua_event_log_lag 7', 'vua_job_runs_total{job="retention",outcome="ok"} 1', 'vua_job_last_duration_seconds{job="retention"} 1.5',
      'vua_job_errors_total{job="retention",at="job"} 1', 'vua_subject_store_errors_total{store="consents"} 1', 'vua_trend_pictures_total{outcome="too-large"} 1',
    ]) expect(text).toContain(line);
    expect(text).not.toContain('a@b.example');
  });

  it('tell the others when the lag cannot be asked', async () => {
    const { app } = await open(undefined, { lag: async () => Promise.reject(new Error('away')) });
    expect(await textOf(app)).toContain('vua_event_log_lag Nan');
  });

  it('tell how long commits take, and how they ended', async () => {
    const metrics = createMetrics();
    const outcomes = [{ status: 'stored', erasedIds: [] }, { status: 'unavailable', reason: 'storage-full', retryAfterMs: 1 }] as const;
    for (const outcome of outcomes) await observeEventLog({ ...createMemoryEventLog(), append: async () => outcome }, { metrics }).append([]);
    const text = await metrics.render();
    expect(text).toContain('vua_event_commit_seconds_count{status="stored"} 1');
    expect(text).toContain('vua_event_commit_seconds_count{status="storage-full"} 1');
  });

  it('of two servers in one process keep apart, and those of the process are told on demand', async () => {
    const [one, other] = [createMetrics(), createMetrics({ ofProcess: true })];
    one.ingestObserved({ kind: 'answered', accepted: 5, rejected: [] });
    expect(await other.render()).toContain('vua_events_accepted_total 0');
    expect(await other.render()).toContain('process_resident_memory_bytes');
    expect(await one.render()).not.toContain('process_resident_memory_bytes');
  });
});

describe('/metrics without a token', () => {
  it.each(['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1'])('answers this machine: %s', async (remoteAddress) => {
    const response = await (await open()).app.inject({ url: '/metrics', remoteAddress });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain('text/plain');
  });

  it.each(['203.0.113.9', '10.0.0.1', '::2', '::ffff:10.0.0.1', '1.127.0.0'])('is not there for others: %s', async (remoteAddress) => {
    const response = await (await open()).app.inject({ url: '/metrics', remoteAddress });
    expect(response.statusCode).toBe(404);
    expect(response.body).not.toContain('vua_');
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'])('is not there for whom a proxy on this machine asks: %s', async (header) => {
    const response = await (await open()).app.inject({ url: '/metrics', headers: { [header]: '127.0.0.1' } });
    expect(response.statusCode).toBe(404);
  });
});

it('tells nothing to a page whose name was pointed to this machine', async () => {
  const response = await (await open()).app.inject({ url: '/metrics', headers: { host: 'shop.example' } });
  expect(response.statusCode).toBe(404);
});

describe('/metrics with a token', () => {
  it.each([undefined, 'Bearer', 'Bearer wrong', 'Basic right', 'right', 'Bearer right x'])('refuses %s, this machine too', async (authorization) => {
    const response = await (await open('right')).app.inject({ url: '/metrics', headers: authorization === undefined ? {} : { authorization } });
    expect(response.statusCode).toBe(401);
    expect(response.body).not.toContain('vua_');
  });

  it('answers who holds it, from anywhere', async () => {
    const response = await (await open('right')).app.inject({ url: '/metrics', remoteAddress: '203.0.113.9', headers: { authorization: 'Bearer right' } });
    expect(response.statusCode).toBe(200);
  });
});
