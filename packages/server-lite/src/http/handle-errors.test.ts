import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import type { Problem } from '@vua/models/contracts';
import { fastify, LogController, type FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { handleErrors } from './handle-errors.ts';

async function open(makeBody: () => Readable) {
  let log = '';
  const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => {
    log += chunk.toString();
    done();
  } });
  const logger: FastifyBaseLogger = pino({ level: 'warn' }, stream);
  const app = fastify({ loggerInstance: logger, logController: new LogController({ disableRequestLogging: true }) });
  handleErrors(app);
  app.post('/', (_request, reply) => reply.send(makeBody()));
  return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }), log: () => log };
}

it('is silent when who asked hung up before the answer began', async () => {
  const body = new Readable({ read: () => undefined });
  const impatient = new AbortController();
  const { app, url, log } = await open(() => {
    impatient.abort();
    return body;
  });
  const closed = once(body, 'close');
  await expect(fetch(url, { method: 'POST', body: 'a', signal: impatient.signal })).rejects.toThrow('aborted');
  await closed;
  await app.close();
  expect(log()).toBe('');
});

it('is not when an answer ends before its first byte while somebody waits for it', async () => {
  const { app, url, log } = await open(() => {
    const body = new Readable({ read: () => undefined });
    process.nextTick(() => body.destroy());
    return body;
  });
  expect((await fetch(url, { method: 'POST', body: 'a' })).status).toBe(500);
  expect(log()).toContain('request failed');
  await app.close();
});

it.each([
  [{}, '/body/tags', 'required'], [{ tags: ['a'], range: {} }, '/body/range/low', 'required'],
  // The name is the sender's: it is not repeated.
  [{ tags: ['a'], 'nguyen@example.com': 1 }, '/body', 'additionalProperties'], [{ tags: [1] }, '/body/tags/0', 'type'],
])('says of %j where it is wrong, and what is missing', async (payload, at, rule) => {
  const app = fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  handleErrors(app);
  const closed = { additionalProperties: false };
  app.post('/', { schema: { body: Type.Object({ tags: Type.Array(Type.String()), range: Type.Optional(Type.Object({ low: Type.Number() })) }, closed) } }, async () => 'taken');
  const response = await app.inject({ method: 'POST', url: '/', payload });
  expect([response.statusCode, response.json<Problem>().errors]).toEqual([400, [{ at, rule }]]);
  expect(response.body).not.toContain('nguyen');
});

it.each(['', '{', "{'tags':[]}"])('says that %j is no JSON', async (payload) => {
  const app = fastify();
  handleErrors(app);
  app.post('/', async () => 'taken');
  const response = await app.inject({ method: 'POST', url: '/', payload, headers: { 'content-type': 'application/json' } });
  expect([response.statusCode, response.json<Problem>().errors]).toEqual([400, [{ at: '/body', rule: 'json' }]]);
});
