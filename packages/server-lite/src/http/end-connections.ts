import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sendLater } from './send-later.ts';

/**
 * Ends connections where the server does, and cuts nobody off: what had reached this machine is answered, what comes
 * afterwards on an open connection is told to come again (another process, or the next one, answers it), and each
 * answer is its connection's last. Needs `return503OnClosing: false`.
 */
export function endConnections(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    // A connection counts as idle while its request waits to be read. The rest of this turn reads, and a whole one.
    await setImmediate();
    await setImmediate();
    isClosing = true;
  });
  app.addHook('onRequest', (_request, reply, done) => {
    if (isClosing) void sendLater(reply, 'not-ready');
    else done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    // Else a client keeps it open, and the server waits for its next request.
    if (isClosing) void reply.header('connection', 'close');
    done();
  });
}
