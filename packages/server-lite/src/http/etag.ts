import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Gives every JSON answer of a GET an ETag over its bytes, and answers 304 to who has them already. */
export function addEtags(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || reply.statusCode !== 200 || typeof payload !== 'string' || reply.hasHeader('etag')) {
      done(null, payload);
      return;
    }
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    reply.header('etag', etag);
    if (!namesTag(request.headers['if-none-match'], etag)) done(null, payload);
    else {
      reply.code(304).removeHeader('content-length');
      done(null, null);
    }
  });
}

/** Whether `If-None-Match` names this ETag; a weak one is as good for a GET (RFC 9110, 13.1.2). */
export function namesTag(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
