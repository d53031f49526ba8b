export interface OidcSettings {
  /** `iss` of the tokens, to the letter. */
  readonly issuer: string;
  /** `aud` of the tokens. */
  readonly audience: string;
  /** Where the issuer publishes its keys. */
  readonly jwksUrl: string;
}

export type OidcReading =
  | { readonly status: 'ok'; readonly oidc: OidcSettings | undefined }
  /** Sentences for the person at the terminal. */
  | { readonly status: 'invalid'; readonly problems: readonly string[] };

const NAMES = ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'] as const;

/** OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL: all of them, or none. */
export function readOidcSettings(env: Readonly<Record<string, string | undefined>>): OidcReading {
  const missing = NAMES.filter((name) => (env[name] ?? '') === '');
  if (missing.length === NAMES.length) return { status: 'ok', oidc: undefined };
  const [issuer = '', audience = '', jwksUrl = ''] = NAMES.map((name) => env[name]);
  const problems = missing.map((name) => `${name} is missing: sign-in needs ${NAMES.join(', ')}.`);
  if (jwksUrl !== '' && !isSafeUrl(jwksUrl)) problems.push('OIDC_JWKS_URL must be an https address (or http on this machine).');
  return problems.length > 0 ? { status: 'invalid', problems } : { status: 'ok', oidc: { issuer, audience, jwksUrl } };
}

// Whoever can change the keys on their way can sign in as everybody.
function isSafeUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)));
}
