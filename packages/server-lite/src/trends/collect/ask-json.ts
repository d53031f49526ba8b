import { readAtMost } from '../read-at-most.ts';
import { cleanBody, withoutToken } from './clean-text.ts';
import type { CollectOutcome } from './collect-outcome.ts';
import type { CollectWorld } from './trend-source.ts';

export interface Answer {
  readonly status: 'answered';
  readonly httpStatus: number;
  readonly headers: Headers;
  /** `undefined`: not JSON. */
  readonly json: unknown;
  /** As it may be kept. */
  readonly body: string;
  /** UTC milliseconds. */
  readonly takenMs: number;
}

export type NoAnswer = Extract<CollectOutcome, { readonly status: 'unavailable' | 'stopped' }>;

export interface Question {
  readonly url: URL;
  /** Is cut out of what comes back. */
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Pages of 50 posts have about 50 kB. */
const MOST_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** Asks once. Never rejects for what the network does. */
export async function askJson({ url, token, headers = {}, signal }: Question, { fetch, now, timeoutMs = TIMEOUT_MS }: CollectWorld): Promise<Answer | NoAnswer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    // A redirect would carry the token to wherever it points.
    const response = await fetch(url, { headers: { accept: 'application/json', ...headers }, redirect: 'error', signal: AbortSignal.any([signal, timeout]) });
    const whole = await readAtMost(response, MOST_BYTES);
    if (whole === undefined) return { status: 'unavailable', reason: 'too-large' };
    const text = withoutToken(new TextDecoder().decode(whole), token);
    return { status: 'answered', httpStatus: response.status, headers: response.headers, json: parse(text), body: cleanBody(text), takenMs: now() };
  } catch {
    // What was thrown may quote the address, and with it the token.
    if (signal.aborted) return { status: 'stopped' };
    return { status: 'unavailable', reason: timeout.aborted ? 'timeout' : 'network' };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
