import type { FastifyInstance } from 'fastify';
import { sendLater } from './send-later.ts';

/** What comes on an open connection while the server ends is told to come again: another process, or the next one, answers it. Needs `return503OnClosing: false`. */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onRequest', (_request, reply, done) => {
    if (isClosing) void sendLater(reply.header('connection', 'close'), 'not-ready');
    else done();
  });
}
