/** What a holder of a key or a token may do, each on its own. */
export const PERMISSIONS = ['events:write', 'events:read', 'catalog:write', 'insights:read', 'models:manage', 'subjects:manage', 'tenant:manage'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who asks. */
export type Caller =
  /** A page of a shop, by its public site key and an origin of its list. */
  | { readonly kind: 'site'; readonly tenantId: string; readonly siteKey: string }
  /** A program of the shop, by a secret API key; or a person, by a signed token. */
  | { readonly kind: 'key' | 'person'; readonly tenantId: string; readonly id: string; readonly permissions: ReadonlySet<Permission> };

/**
 * Who may call a route; stated in its `config.access`. A route that states nothing stops the server at the start.
 * `public`: everybody, and the limits count it only where `counted` says so; `site`: a page that names its `?site=` key, from an origin of its list, or a key with the permission `orPermission`.
 */
export type RouteAccess =
  | { readonly kind: 'public'; readonly counted?: boolean }
  | { readonly kind: 'site'; readonly orPermission?: Permission }
  | { readonly kind: 'permission'; readonly permission: Permission };

/** Finds who asks. Every implementation answers in constant time whether a secret is right, and rejects when it cannot tell now. */
export interface Authenticator {
  /** A shop by its public key: its tenant and the origins whose pages may use it. */
  findSite(siteKey: string): Promise<{ readonly tenantId: string; readonly origins: ReadonlySet<string> } | undefined>;
  /** Who holds the credential of an `Authorization: Bearer` header. */
  findBearer(credential: string): Promise<Extract<Caller, { permissions: unknown }> | undefined>;
}

/** Counts requests of a tenant or an address; with PostgreSQL together with the other processes. */
export interface RateLimiter {
  /** Takes `cost` tokens of the bucket, or none. Buckets are named after what they count and whom, such as `tenant:demo`. */
  take(bucket: string, cost: number): Promise<{ readonly status: 'taken' } | { readonly status: 'limited'; readonly retryAfterMs: number }>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess;
  }
  interface FastifyRequest {
    /** Set by the guard before a route runs; `undefined` on public routes. */
    caller: Caller | undefined;
  }
}
