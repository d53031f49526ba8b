import { isIP } from 'node:net';

export type TrustedProxies =
  /** For fastify's `trustProxy`; `false` where none is named. */
  | { readonly status: 'ok'; readonly trustProxy: readonly string[] | false }
  /** A sentence for the person at the terminal. */
  | { readonly status: 'invalid'; readonly problem: string };

const NAMED_RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);
const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** TRUSTED_PROXIES: addresses and networks with commas between them, such as `10.0.0.0/8, ::1`, or `loopback`, `linklocal`, `uniquelocal`. Only their X-Forwarded-For is believed. */
export function readTrustedProxies(text: string | undefined): TrustedProxies {
  const names = (text ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
  const wrong = names.find((name) => !NAMED_RANGES.has(name) && !isNetwork(name));
  if (wrong !== undefined) return { status: 'invalid', problem: `TRUSTED_PROXIES must list IP addresses or networks such as 10.0.0.0/8, not "${wrong}".` };
  return { status: 'ok', trustProxy: names.length > 0 && names };
}

function isNetwork(name: string): boolean {
  const [address = '', bits, ...rest] = name.split('/');
  const most = BITS[isIP(address)];
  return most !== undefined && rest.length === 0 && (bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most));
}
