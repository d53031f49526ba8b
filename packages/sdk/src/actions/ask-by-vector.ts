import { findFault } from '../find-fault.ts';
import { VECTOR_ANSWER_SCHEMA } from './model-schemas.ts';
import { vectorSteps } from './vector-steps.ts';

/** An item and how much speaks for it; larger is better. */
export interface RankedItem {
  readonly itemId: string;
  readonly score: number;
}

export interface VectorQuestion {
  readonly modelVersion: string;
  readonly vector: Float32Array;
  readonly limit: number;
}

/** The server's exact list for a vector; undefined where there is none. */
export type AskByVector = (question: VectorQuestion) => Promise<readonly RankedItem[] | undefined>;

export interface VectorPlace {
  readonly siteKey: string;
  /** Ends with a slash. */
  readonly apiUrl: URL;
  readonly fetch: typeof globalThis.fetch;
}

const ANSWER_LIMIT_MS = 3000;

/** Sends the rounded vector and nothing else: no id, no item, no credentials. */
export function createVectorAsker({ siteKey, apiUrl, fetch }: VectorPlace): AskByVector {
  const url = new URL('v1/recommendations/by-vector', apiUrl);
  url.searchParams.set('site', siteKey);
  return async ({ modelVersion, vector, limit }) => {
    try {
      const response = await fetch(url.href, {
        method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', headers: { 'content-type': 'application/json' }, signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
        body: JSON.stringify({ modelVersion, vector: vectorSteps(vector), limit }),
      });
      const answer: unknown = response.ok ? await response.json() : undefined;
      return isAnswer(answer) && answer.modelVersion === modelVersion ? answer.items : undefined;
    } catch {
      // Away, late, or no JSON: the device has a list of its own.
      return undefined;
    }
  };
}

const isAnswer = (given: unknown): given is { readonly modelVersion: string; readonly items: readonly RankedItem[] } => findFault(VECTOR_ANSWER_SCHEMA, given) === undefined;
