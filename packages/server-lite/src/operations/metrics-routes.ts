import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Problem } from '@vua/models/contracts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { problemOf } from '../http/problem.ts';
import { sendProblem } from '../http/send-problem.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsRouteDeps {
  readonly metrics: Pick<Metrics, 'render' | 'contentType'>;
  /** `METRICS_TOKEN`. Absent: only this machine may ask, and not through a proxy. */
  readonly token?: string;
}

const LOCAL_NAME = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;
/** What proxies add. One that adds none cannot be told apart: behind it METRICS_TOKEN is needed. */
const PROXY_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];
const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** How a shop fares is its own business: `/metrics` answers who holds the token or, without one, this very machine. */
export const metricsRoutes = ({ metrics, token }: MetricsRouteDeps): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/metrics', {
    config: { access: { kind: 'public' } },
    schema: {
      summary: 'Figures for Prometheus, with the token of METRICS_TOKEN or from the machine itself', tags: ['operations'],
      querystring: Type.Object({}, { additionalProperties: false }), response: { 200: Type.String(), 400: Problem, 401: Problem, 404: Problem },
    },
  }, async (request, reply) => {
    if (token === undefined && !isThisMachine(request)) return sendProblem(reply, problemOf('unknown-route'));
    if (token !== undefined && !holdsToken(request.headers.authorization, token)) {
      return sendProblem(reply.header('www-authenticate', 'Bearer realm="vua metrics"'), problemOf('unauthenticated'));
    }
    return reply.header('cache-control', 'no-store').type(metrics.contentType).serializer((text: unknown) => String(text)).send(await metrics.render());
  });
};

function isThisMachine({ raw, headers }: FastifyRequest): boolean {
  // A proxy on this machine asks for somebody else.
  if (PROXY_HEADERS.some((name) => headers[name] !== undefined)) return false;
  // Else a page elsewhere whose name was pointed to this machine could read it.
  if (!LOCAL_NAME.test(headers.host ?? '')) return false;
  return LOOPBACK.test(raw.socket.remoteAddress ?? '');
}

function holdsToken(authorization: string | undefined, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  // Hashes are of one length, so the comparison takes the same time whatever was given.
  return given !== undefined && timingSafeEqual(sha256(given), sha256(token));
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
