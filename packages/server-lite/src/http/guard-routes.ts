import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticator, Caller, RateLimiter, RouteAccess } from './access.ts';
import { createAddressBuckets } from './address-buckets.ts';
import { allowOrigin, answerPreflights, varyBy } from './cors.ts';
import { problemOf } from './problem.ts';
import { requireAccess } from './require-access.ts';
import { resolveCaller, type Resolution } from './resolve-caller.ts';
import { sendLater } from './send-later.ts';
import { sendProblem } from './send-problem.ts';
import { siteKeyOf } from './site-key-of.ts';
import { warnOfProxy } from './warn-of-proxy.ts';

export interface GuardDeps {
  readonly authenticator: Authenticator;
  readonly limiter: RateLimiter;
  /** Name of the bucket of a client's address, without the address. @default one with a key of this process */
  readonly bucketOf?: (address: string) => string;
}

type GuardedAccess = Exclude<RouteAccess, { kind: 'public' }>;
type Limit = Awaited<ReturnType<RateLimiter['take']>>;

/**
 * Lets nobody in whom a route does not name. Runs before the body is read; register it after the security headers and before the routes.
 * A route that states no access stops the server at the start.
 */
export function guardRoutes(app: FastifyInstance, { authenticator, limiter, bucketOf = createAddressBuckets() }: GuardDeps): void {
  const knownPages = rememberPages();
  app.decorateRequest('caller', undefined);
  requireAccess(app);
  warnOfProxy(app);
  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (request.is404) return;
    if (access === undefined) return sendProblem(reply, problemOf('forbidden'));
    if (access.kind === 'public' && access.counted !== true) return;
    if (access.kind === 'site') varyBy(reply, 'origin');
    if (access.kind === 'permission' || (access.kind === 'site' && access.orPermission !== undefined)) varyBy(reply, 'authorization');
    const byAddress = await limiter.take(bucketOf(addressOf(request)), 1);
    if (byAddress.status === 'limited') return refuseForNow(knownPages.letRead(request, reply), byAddress);
    if (access.kind === 'public') return;
    return admit(request, reply, access);
  });
  answerPreflights(app, authenticator);

  async function admit(request: FastifyRequest, reply: FastifyReply, access: GuardedAccess): Promise<FastifyReply | undefined> {
    const resolution = await resolveCaller(request, access, authenticator).catch((error: unknown) => noteFailure(request, error));
    if (resolution === undefined) return sendLater(reply, 'not-ready');
    if (resolution.status === 'refused') return refuse(reply, resolution);
    const { caller, origin } = resolution;
    if (origin !== undefined) {
      allowOrigin(reply, origin);
      knownPages.add(caller, origin);
    }
    const byTenant = await limiter.take(`tenant:${caller.tenantId}`, 1);
    if (byTenant.status === 'limited') return refuseForNow(reply, byTenant);
    request.caller = caller;
    return undefined;
  }
}

// Who has hung up meanwhile has no address any more, whatever the type says: all of them share a bucket, and none hears the answer.
const addressOf = ({ ip }: { readonly ip?: string }): string => ip ?? '';

function refuse(reply: FastifyReply, { code, challenge }: Extract<Resolution, { status: 'refused' }>): FastifyReply {
  if (challenge !== undefined) reply.header('www-authenticate', challenge);
  return sendProblem(reply, problemOf(code));
}

function refuseForNow(reply: FastifyReply, { retryAfterMs }: Extract<Limit, { status: 'limited' }>): FastifyReply {
  return sendLater(reply, 'rate-limited', retryAfterMs);
}

// Where a key is kept cannot be reached. Its name only: a message may quote what was asked for.
function noteFailure(request: FastifyRequest, error: unknown): undefined {
  request.log.error({ error: { name: error instanceof Error ? error.name : 'unknown' } }, 'nobody can be recognized');
}

const PAGE_LIMIT = 10_000;

/** Pages that were let in before may read that they ask too often; whether others may is not looked up for who asks too often. */
function rememberPages() {
  const pages = new Set<string>();
  const nameOf = (siteKey: string, origin: string): string => `${siteKey} ${origin}`;
  return {
    add: (caller: Caller, origin: string): void => {
      if (caller.kind !== 'site') return;
      if (pages.size >= PAGE_LIMIT) pages.clear();
      pages.add(nameOf(caller.siteKey, origin));
    },
    letRead: (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const { origin } = request.headers;
      if (origin !== undefined && pages.has(nameOf(siteKeyOf(request) ?? '', origin))) allowOrigin(reply, origin);
      return reply;
    },
  };
}
