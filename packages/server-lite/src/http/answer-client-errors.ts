import type { Socket } from 'node:net';
import type { problemOf } from './problem.ts';
import { rawAnswer } from './raw-problem.ts';

type Code = Parameters<typeof problemOf>[0];

const CODES: ReadonlyMap<string, Code> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 'request-timeout'],
  ['HPE_HEADER_OVERFLOW', 'headers-too-large'],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 'payload-too-large'],
]);

/** Fastify's `clientErrorHandler`: what could not be read as a request, or not in time, is answered with a problem as all else, and the connection ends. */
export function answerClientError(error: { readonly code?: string }, socket: Socket): void {
  // A client that reset the connection hears nothing more; one that is being answered would take the problem for a part of that answer.
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) socket.destroy();
  else socket.end(rawAnswer(CODES.get(error.code ?? '') ?? 'invalid-request'), () => socket.destroy());
}

/** As Node asks before it answers by itself (`socketOnError` in lib/_http_server.js): it gives no other way to tell. */
function isAnswering(socket: Socket & { readonly _httpMessage?: { readonly headersSent: boolean } | null }): boolean {
  return socket._httpMessage?.headersSent === true;
}
