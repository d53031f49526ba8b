import type { Server } from 'node:http';
import type { FastifyHttpOptions } from 'fastify';
import { answerClientError } from './answer-client-errors.ts';
import { problemOfError } from './handle-errors.ts';
import { lateSerializers } from './late-serializers.ts';
import { PUBLIC_HEADERS, SECURITY_HEADERS } from './security-headers.ts';
import { sendProblem } from './send-problem.ts';
import { TIME_LIMITS } from './time-limits.ts';

// What a route may take beyond it, the route says; a product id is at most 64 characters.
const BODY_LIMIT_BYTES = 16 * 1024;
const PARAM_LIMIT = 128;

/** How the server reads requests, and answers those that reach no route. */
export const SERVER_OPTIONS = {
  ...TIME_LIMITS,
  // `answerOddRequests` asks for it, in the words of all other answers.
  http: { ...TIME_LIMITS.http, requireHostHeader: false },
  bodyLimit: BODY_LIMIT_BYTES,
  routerOptions: { maxParamLength: PARAM_LIMIT },
  // Addresses that cannot be read, such as `/%`, never reach a route. Pages of any origin may ask for one by mistake, and must hear of it.
  frameworkErrors: (error, _request, reply) => void sendProblem(reply.headers({ ...SECURITY_HEADERS, ...PUBLIC_HEADERS }), problemOfError(error)),
  clientErrorHandler: answerClientError,
  // `endConnections` does it, in the words of all other answers.
  return503OnClosing: false,
  schemaController: { compilersFactory: { buildSerializer: lateSerializers() } },
  // What a schema does not name is an error, not something to drop silently.
  ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } },
} as const satisfies FastifyHttpOptions<Server>;
