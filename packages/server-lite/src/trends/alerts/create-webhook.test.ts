import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebhook } from './create-webhook.ts';
import type { TrendAlert } from './trend-alert.ts';

const PAUSED: TrendAlert = { kind: 'source-paused', source: 'instagram', reason: 'its token was revoked' };
const RISING: TrendAlert = { kind: 'newly-rising', tags: [{ name: 'áo dài', change: 0.314, probability: 0.82 }, { name: 'beige (colour)', change: 0.2, probability: 0.8 }] };

let server: Server;
let took: { readonly type: string | undefined; readonly body: unknown }[];
let answers: number[];
let failures: string[];
let nowMs: number;
let send: ReturnType<typeof createWebhook>;

beforeEach(async () => {
  [took, answers, failures, nowMs] = [[], [], [], 1_764_400_000_000];
  server = createServer((request, response) => void text(request).then((body) => {
    took.push({ type: request.headers['content-type'], body: JSON.parse(body) as unknown });
    response.writeHead(answers.shift() ?? 200).end('ok');
  }));
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  send = createWebhook({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/secret`, now: () => nowMs, failed: (reason) => failures.push(reason) });
});
afterEach(() => new Promise((done) => { server.close(done); }));

describe('the webhook', () => {
  it('takes a line that a chat can show', async () => {
    await send('demo', RISING);
    expect(took).toEqual([{ type: 'application/json', body: { text: 'Vừa trends, demo: rising: áo dài +31 % in 13 weeks (82 % sure), beige (colour) +20 % in 13 weeks (80 % sure).' } }]);
  });

  it('lets no tag call anybody or lead anywhere', async () => {
    await send('demo', { kind: 'newly-rising', tags: [{ name: '<!channel> <http://evil.example|linen> & more', change: 0.3, probability: 0.8 }] });
    expect(took).toMatchObject([{ body: { text: expect.stringContaining('rising: &lt;!channel&gt; &lt;http://evil.example|linen&gt; &amp; more +30 %') as string } }]);
  });

  it('says the same once a day, of each shop', async () => {
    for (const tenantId of ['demo', 'demo', 'other']) await send(tenantId, PAUSED);
    expect(took).toHaveLength(2);
    nowMs += 25 * 3_600_000;
    await send('demo', PAUSED);
    expect(took).toHaveLength(3);
  });

  it('tries again where it fails, and tells what it could not hand on, without the address', async () => {
    answers.push(500, 503, 200);
    await send('demo', PAUSED);
    expect([took.length, failures]).toEqual([3, []]);
    answers.push(404);
    await send('demo', RISING);
    expect([took.length, failures]).toEqual([4, ['it answered 404']]);
    // What did not arrive may be said again.
    await send('demo', RISING);
    expect(took).toHaveLength(5);
  });

  it('never rejects', async () => {
    await new Promise((done) => { server.close(done); });
    server = createServer().listen(0, '127.0.0.1');
    await expect(createWebhook({ url: 'http://127.0.0.1:1/', failed: (reason) => failures.push(reason) })('demo', PAUSED)).resolves.toBeUndefined();
    expect(failures).toEqual(['TypeError']);
  });
});
