import type { FastifyRequest } from 'fastify';
import type { Authenticator, Caller, Permission, RouteAccess } from './access.ts';
import { siteKeyOf } from './site-key-of.ts';

export type Resolution =
  /** `origin`: of the page that may read the answer. */
  | { readonly status: 'known'; readonly caller: Caller; readonly origin?: string }
  /** `challenge`: the `WWW-Authenticate` header. */
  | { readonly status: 'refused'; readonly code: 'unauthenticated' | 'forbidden'; readonly challenge?: string };

const REALM = 'Bearer realm="vua"';
const NOBODY: Resolution = { status: 'refused', code: 'unauthenticated', challenge: REALM };
const WRONG_CREDENTIAL: Resolution = { status: 'refused', code: 'unauthenticated', challenge: `${REALM}, error="invalid_token"` };
const WRONG_PAGE: Resolution = { status: 'refused', code: 'forbidden' };

/** Who asks, if the route is open to them. */
export async function resolveCaller(request: FastifyRequest, access: Exclude<RouteAccess, { kind: 'public' }>, authenticator: Authenticator): Promise<Resolution> {
  const { authorization } = request.headers;
  if (access.kind === 'permission') return resolveBearer(authorization, access.permission, authenticator);
  if (authorization !== undefined && access.orPermission !== undefined) return resolveBearer(authorization, access.orPermission, authenticator);
  return resolveSite(request, authenticator);
}

async function resolveBearer(authorization: string | undefined, permission: Permission, authenticator: Authenticator): Promise<Resolution> {
  if (authorization === undefined) return NOBODY;
  const credential = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const caller = credential === undefined ? undefined : await authenticator.findBearer(credential);
  if (caller === undefined) return WRONG_CREDENTIAL;
  if (caller.permissions.has(permission)) return { status: 'known', caller };
  return { status: 'refused', code: 'forbidden', challenge: `${REALM}, error="insufficient_scope", scope="${permission}"` };
}

async function resolveSite(request: FastifyRequest, authenticator: Authenticator): Promise<Resolution> {
  const siteKey = siteKeyOf(request);
  const site = siteKey === undefined ? undefined : await authenticator.findSite(siteKey);
  if (siteKey === undefined || site === undefined) return NOBODY;
  const caller: Caller = { kind: 'site', tenantId: site.tenantId, siteKey };
  const { origin } = request.headers;
  if (origin !== undefined) return site.origins.has(origin) ? { status: 'known', caller, origin } : WRONG_PAGE;
  return readsWithoutOrigin(request) ? { status: 'known', caller } : WRONG_PAGE;
}

// Browsers name no origin when a page reads from where it came from. A page of elsewhere that hides its own (as an image would) could not read the answer either.
function readsWithoutOrigin({ method, headers }: FastifyRequest): boolean {
  const from = headers['sec-fetch-site'];
  return (method === 'GET' || method === 'HEAD') && (from === undefined || from === 'same-origin' || from === 'none');
}
