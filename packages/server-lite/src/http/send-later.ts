import type { FastifyReply } from 'fastify';
import { laterProblemOf, type LaterCode } from './problem.ts';
import { sendProblem } from './send-problem.ts';

const RETRY_AFTER_MS = 5000;

/** Ends a request with an error answer that says when to come back. @param afterMs is told in whole seconds, at least one. */
export function sendLater(reply: FastifyReply, code: LaterCode, afterMs = RETRY_AFTER_MS): FastifyReply {
  return sendProblem(reply.header('retry-after', String(Math.max(1, Math.ceil(afterMs / 1000)))), laterProblemOf(code));
}
