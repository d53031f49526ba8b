import type { Problem } from '@vua/models/contracts';
import type { FastifyReply } from 'fastify';
import { PROBLEM_MEDIA_TYPE } from './problem.ts';

/** Ends a request with an error answer that no cache keeps. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // `serializer`: a route's own schemas need not list every error that may end it.
  return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).header('cache-control', 'no-store').serializer(JSON.stringify).send(problem);
}
