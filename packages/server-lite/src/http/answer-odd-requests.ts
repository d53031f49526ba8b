import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { problemOf } from './problem.ts';
import { rawAnswer, rawProblem } from './raw-problem.ts';
import { sendProblem } from './send-problem.ts';

const VERSIONS = new Set(['1.1', '1.0']);

/**
 * Requests that Node would answer without us (`CONNECT`, an `Expect` that nobody understands), and those that it lets through although two
 * readers could take them for different things. Register before the guard.
 */
export function answerOddRequests(app: FastifyInstance): void {
  const { server } = app;
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => undefined).end(rawAnswer('method-not-allowed'), () => socket.destroy());
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = rawProblem('expectation-failed');
    response.writeHead(status, headers).end(body);
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (isOdd(request.raw)) void sendProblem(reply.header('connection', 'close'), problemOf('invalid-request'));
    else done();
  });
}

function isOdd({ httpVersion, url = '', rawHeaders }: IncomingMessage): boolean {
  if (!VERSIONS.has(httpVersion) || !(url.startsWith('/') || url.startsWith('http://') || url.startsWith('https://'))) return true;
  const hosts = hostsOf(rawHeaders);
  return hosts > 1 || (hosts === 0 && httpVersion === '1.1');
}

// One is needed, and of two Node keeps the first where a proxy may have kept the last (RFC 9112, 3.2).
function hostsOf(rawHeaders: readonly string[]): number {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts;
}
