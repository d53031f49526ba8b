import type { Problem } from '@vua/models/contracts';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { StorageUnavailable } from '../storage/storage-unavailable.ts';
import { errorFacts } from './error-facts.ts';
import { problemOf } from './problem.ts';
import { sendLater } from './send-later.ts';
import { sendProblem } from './send-problem.ts';

/** Every error and every unknown address is answered with a {@link Problem}. That the database is away is an outcome to expect, and passes: 503. */
export function handleErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problemOf('unknown-route')));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof StorageUnavailable) {
      request.log.warn({ error: errorFacts(error), reason: error.reason }, 'the database is away');
      return sendLater(reply, 'not-ready', error.retryAfterMs);
    }
    if (hasHungUp(error, request)) return reply.hijack();
    const problem = problemOfError(error);
    if (problem.status >= 500) request.log.error({ error: errorFacts(error) }, 'request failed');
    return sendProblem(reply, problem);
  });
}

// A stream was ended because nobody was left to read it, before its first byte: nothing failed, and nobody hears of it.
const hasHungUp = ({ code }: FastifyError, { raw }: FastifyRequest): boolean => code === 'ERR_STREAM_PREMATURE_CLOSE' && raw.socket.destroyed;

/** The framework's own parser of JSON; `parse-body.ts` says the same. */
const NOT_JSON: ReadonlySet<string> = new Set(['FST_ERR_CTP_INVALID_JSON_BODY', 'FST_ERR_CTP_EMPTY_JSON_BODY']);

/** What an error thrown by the framework or by a route means to the sender. */
export function problemOfError(error: FastifyError): Problem {
  if (error.validation !== undefined) {
    return problemOf('invalid-request', error.validation.map((fault) => ({ at: `/${error.validationContext ?? ''}${placeOf(fault)}`, rule: fault.keyword })));
  }
  if (NOT_JSON.has(error.code)) return problemOf('invalid-request', [{ at: '/body', rule: 'json' }]);
  return problemOf(codeOfStatus(error.statusCode ?? 500));
}

/** What is missing is named: its name is the description's, not the sender's. */
function placeOf({ instancePath, keyword, params }: NonNullable<FastifyError['validation']>[number]): string {
  const missing = keyword === 'required' ? params['missingProperty'] : undefined;
  return typeof missing === 'string' ? `${instancePath}/${missing}` : instancePath;
}

function codeOfStatus(status: number): Parameters<typeof problemOf>[0] {
  // 403: a path that leads out of a folder. That there is something is nobody's business.
  if (status === 403 || status === 404) return 'unknown-route';
  if (status === 405) return 'method-not-allowed';
  if (status === 413) return 'payload-too-large';
  if (status === 415) return 'unsupported-media-type';
  return status >= 400 && status < 500 ? 'invalid-request' : 'internal-error';
}
