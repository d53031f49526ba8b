/** Tokens that come back each second, and how many may lie there at most. */
export interface TokenRate {
  readonly perSecond: number;
  readonly burst: number;
}

/** By what stands before the colon of a bucket's name; `undefined`: not limited. */
export interface RateLimits {
  readonly tenant: TokenRate | undefined;
  readonly address: TokenRate | undefined;
}

/**
 * A tracker asks every ten seconds at most, so an address has room for thousands of shoppers: mobile networks put that many behind one.
 * The tenant's limit keeps one shop from starving the others.
 */
export const RATE_LIMITS: RateLimits = { tenant: { perSecond: 10_000, burst: 50_000 }, address: { perSecond: 500, burst: 5000 } };

export type RateLimitReading =
  | { readonly status: 'ok'; readonly limits: RateLimits }
  /** Sentences for the person at the terminal. */
  | { readonly status: 'invalid'; readonly problems: readonly string[] };

/** RATE_LIMIT_TENANT and RATE_LIMIT_ADDRESS: requests a second and burst, such as `500/5000`, or `off`. */
export function readRateLimits(env: Readonly<Record<string, string | undefined>>): RateLimitReading {
  const tenant = readRate('RATE_LIMIT_TENANT', env, RATE_LIMITS.tenant);
  const address = readRate('RATE_LIMIT_ADDRESS', env, RATE_LIMITS.address);
  const problems = [tenant, address].filter((rate) => typeof rate === 'string');
  if (typeof tenant === 'string' || typeof address === 'string') return { status: 'invalid', problems };
  return { status: 'ok', limits: { tenant, address } };
}

function readRate(name: string, env: Readonly<Record<string, string | undefined>>, usual: TokenRate | undefined): TokenRate | undefined | string {
  const text = env[name] ?? '';
  if (text === '') return usual;
  if (text === 'off') return undefined;
  const [, perSecond, burst] = /^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text) ?? [];
  if (perSecond === undefined || burst === undefined) return `${name} must be requests a second and a burst, such as 500/5000, or off; not "${text}".`;
  return { perSecond: Number(perSecond), burst: Number(burst) };
}

/** The rate of a bucket by its name, such as `tenant:demo`. */
export function rateOf({ tenant, address }: RateLimits, bucket: string): TokenRate | undefined {
  return bucket.startsWith('tenant:') ? tenant : address;
}
