import type { Problem } from '@vua/models/contracts';
import type { FastifyReply } from 'fastify';
import { PROBLEM_MEDIA_TYPE } from './problem.ts';

/** Ends a request with an error answer that no cache keeps. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // Set by a route whose file then failed before its first byte.
  reply.removeHeader('content-disposition');
  // `serializer`: a route's own schemas need not list every error that may end it.
  return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).header('cache-control', 'no-store').serializer(JSON.stringify).send(problem);
}
