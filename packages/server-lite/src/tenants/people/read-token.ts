import { hash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, decodeProtectedHeader, errors, jwtVerify, type FetchImplementation, type JWTPayload } from 'jose';
import { PERMISSIONS, type Caller, type Permission } from '../../http/access.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** Finds the person behind a signed token. */
export interface PeopleDirectory {
  /** Undefined: the token does not hold. Rejects when the issuer's keys cannot be fetched. */
  findPerson(token: string): Promise<Extract<Caller, { permissions: unknown }> | undefined>;
}

export interface PeopleDeps extends OidcSettings {
  /** @default fetch */
  readonly fetch?: FetchImplementation;
  /** UTC milliseconds. @default the clock of the process */
  readonly now?: () => number;
}

/** Asymmetric only: with a shared secret among them, the issuer's public key could be taken for one. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
/** Each names a key, or where to fetch one: the key comes from the configured address and from nowhere else. `crit` asks for rules that are not known here. */
const REFUSED_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'zip', 'b64'];
const TYPES = new Set(['jwt', 'at+jwt', 'application/jwt', 'application/at+jwt']);
const TOKEN_LIMIT = 8192;
const SKEW_S = 60;
const LONGEST_AGE = '24h';
const TENANT = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** People by the tokens of one OpenID Connect issuer, checked against its published keys. */
export function createPeopleDirectory({ issuer, audience, jwksUrl, fetch, now = () => Date.now() }: PeopleDeps): PeopleDirectory {
  const keys = createRemoteJWKSet(new URL(jwksUrl), fetch === undefined ? {} : { [customFetch]: fetch });
  return {
    findPerson: async (token) => {
      if (!hasPlainHeader(token)) return undefined;
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer, audience, algorithms: ALGORITHMS, clockTolerance: SKEW_S, maxTokenAge: LONGEST_AGE, currentDate: new Date(now()),
          requiredClaims: ['sub', 'exp', 'iat', 'vua_tenant', 'vua_permissions'],
        });
        return personOf(payload);
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw error;
      }
    },
  };
}

function hasPlainHeader(token: string): boolean {
  if (token.length > TOKEN_LIMIT || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return false;
  try {
    const header = decodeProtectedHeader(token);
    if (REFUSED_HEADERS.some((name) => Object.hasOwn(header, name))) return false;
    return typeof header.kid === 'string' && typeof header.typ === 'string' && TYPES.has(header.typ.toLowerCase());
  } catch {
    return false;
  }
}

// A token that does not hold is the sender's affair; keys that cannot be fetched are not.
function isRefusal(error: unknown): boolean {
  return error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC';
}

function personOf({ iss, sub, vua_tenant: tenantId, vua_permissions: granted }: JWTPayload): Awaited<ReturnType<PeopleDirectory['findPerson']>> {
  if (typeof tenantId !== 'string' || !TENANT.test(tenantId) || typeof sub !== 'string') return undefined;
  const names = new Set<unknown>(typeof granted === 'string' ? granted.split(' ') : Array.isArray(granted) ? granted : []);
  const permissions = new Set<Permission>(PERMISSIONS.filter((permission) => names.has(permission)));
  return { kind: 'person', tenantId, id: pseudonymOf(`${iss ?? ''}\n${sub}`), permissions };
}

// Some issuers put an e-mail address into `sub`; nobody needs to read it here.
function pseudonymOf(subject: string): string {
  return hash('sha256', subject, 'base64url').slice(0, 22);
}
