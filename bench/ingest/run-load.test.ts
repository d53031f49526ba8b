import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { runLoad } from './run-load.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function listen(answer: (count: number) => number): Promise<number> {
  let count = 0;
  const opened = createServer((request, response) => {
    request.resume();
    count += 1;
    response.writeHead(answer(count), { 'retry-after': '1' }).end('{}');
  });
  server = opened;
  await new Promise<void>((resolve) => { opened.listen(0, '127.0.0.1', resolve); });
  return (opened.address() as AddressInfo).port;
}

const order = { host: '127.0.0.1', path: '/', eventsPerRequest: 1, connections: 4, seed: 1 };

it('sends as often as it was told, whatever the answers', async () => {
  const port = await listen((count) => (count % 2 === 0 ? 503 : 202));
  const { statuses, latenciesMs, withoutRetryAfter } = await runLoad({ ...order, port, seconds: 2, requestsPerSecond: 200 });
  const total = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  // Poisson with a mean of 400: beyond five standard deviations is not chance.
  expect(Math.abs(total - 400)).toBeLessThan(100);
  expect(latenciesMs.length).toBe(statuses['202']);
  expect(withoutRetryAfter).toBe(0);
});

it('asks in circles, and counts what is not answered', async () => {
  const port = await listen(() => 202);
  setTimeout(() => server?.closeAllConnections(), 500);
  const { statuses } = await runLoad({ ...order, port, seconds: 30 });
  expect(statuses['0']).toBe(4);
  expect(statuses['202']).toBeGreaterThan(4);
});
