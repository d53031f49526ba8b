import type { Reading } from './reading.ts';

export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** A question to the server that served this page. With a `body` it is a POST of JSON. */
export interface Question {
  readonly path: string;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

export type AskServer = <T>(question: Question, take: (response: Response) => T | Promise<T>) => Promise<Reading<T>>;

const BUSY = [429, 503];

/** Asks with one key. */
export function createAskServer(key: string, fetch: Fetch): AskServer {
  return async ({ path, body, signal }, take) => {
    try {
      const response = await fetch(path, {
        signal, headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }), cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer',
      });
      if (response.status === 401) return { status: 'refused', reason: 'unauthenticated' };
      if (response.status === 403) return { status: 'refused', reason: 'forbidden' };
      return response.ok ? { status: 'read', value: await take(response) } : { status: 'failed', reason: failureOf(response.status) };
    } catch {
      return { status: 'failed', reason: 'other' };
    }
  };
}

/** The answers are the server's own, checked there by the very contracts. */
export const askJson = <T>(ask: AskServer, question: Question): Promise<Reading<T>> => ask(question, async (response) => (await response.json()) as T);

const failureOf = (status: number): 'busy' | 'missing' | 'other' => (status === 404 ? 'missing' : BUSY.includes(status) ? 'busy' : 'other');
