import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { fastify, LogController, type FastifyBaseLogger } from 'fastify';
import { pino } from 'pino';
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
