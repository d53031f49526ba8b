import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { afterEach, expect, it } from 'vitest';
import { createMemoryEventLog } from '../storage/memory-event-log.ts';
import { observeEventLog } from './observe-event-log.ts';
import { openTracing, type Tracing } from './open-tracing.ts';
import { openPlainApp } from './testing/open-plain-app.ts';
import { traceRequests } from './trace-requests.ts';

let tracing: Tracing | undefined;
afterEach(async () => {
  await tracing?.close();
  await tracing?.close();
  tracing = undefined;
});

it('spans tell the route and the outcome, and the commit within, but not what was asked', async () => {
  const exporter = new InMemorySpanExporter();
  // Spans are looked at after the shutdown, which would empty it.
  exporter.shutdown = async () => undefined;
  const open = tracing = await openTracing({ endpoint: 'http://localhost:1', exporter });
  const app = openPlainApp();
  traceRequests(app, open.tracer);
  const log = observeEventLog(createMemoryEventLog(), { tracer: open.tracer });
  app.post('/v1/things/:id', async () => log.append([]));
  app.get('/broken', async () => Promise.reject(new Error('secret-message')));
  await app.inject({ method: 'POST', url: '/v1/things/secret-id?mail=secret-mail', payload: { body: 'secret-body' }, headers: { authorization: 'Bearer secret-key', traceparent: '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01' } });
  await app.inject('/broken');
  await open.close();

  const seen = exporter.getFinishedSpans();
  const [commit, posted, broken] = seen;
  expect(posted).toMatchObject({ name: 'POST /v1/things/:id', attributes: { 'http.request.method': 'POST', 'http.route': '/v1/things/:id', 'http.response.status_code': 200 } });
  expect(commit).toMatchObject({ name: 'append events', attributes: { 'vua.events': 0 } });
  expect(commit?.parentSpanContext?.spanId).toBe(posted?.spanContext().spanId);
  expect(posted?.spanContext().traceId).not.toBe('0123456789abcdef0123456789abcdef');
  expect(broken).toMatchObject({ attributes: { 'http.response.status_code': 500 }, status: { code: 2 } });
  expect(JSON.stringify(seen.map(({ name, attributes, events, status, resource }) => ({ name, attributes, events, status, resource: resource.attributes })))).not.toContain('secret');
});

it('are sent to the collector, and tell nothing of the machine', async () => {
  const bodies: string[] = [];
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      bodies.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => void collector.listen(0, '127.0.0.1', resolve));
  const open = await openTracing({ endpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`, serviceName: 'shop-a' });
  open.tracer.startSpan('work').end();
  await open.close();
  collector.close();
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toContain('POST /v1/traces ');
  expect(bodies[0]).toContain('"shop-a"');
  for (const attribute of ['host.', 'process.', 'os.']) expect(bodies[0]).not.toContain(`"${attribute}`);
});
