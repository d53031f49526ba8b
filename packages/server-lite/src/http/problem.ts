import type { Problem, ProblemCode } from '@vua/models/contracts';

/** Codes of answers that say when to come back; `sendLater` sends them. */
export type LaterCode = 'not-ready' | 'overloaded' | 'rate-limited';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

const MEANING: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  'invalid-request': { status: 400, title: 'The request does not follow the API description.' },
  'unknown-route': { status: 404, title: 'There is nothing at this address.' },
  'unknown-product': { status: 404, title: 'The catalog has no product with this id.' },
  'unknown-size-chart': { status: 404, title: 'This product has no size chart.' },
  'unknown-site': { status: 404, title: 'No shop has this site key.' },
  'unknown-erasure': { status: 404, title: 'No subject was erased under this id.' },
  'unknown-model': { status: 404, title: 'The shop has no such model, version or file.' },
  'unknown-tag': { status: 404, title: 'Nobody has seen this tag.' },
  'model-not-switched': { status: 409, title: 'The version cannot take this place; everything stays as it was.' },
  'too-many-items': { status: 404, title: 'The catalog has too many items for tables; ask for recommendations instead.' },
  'unreadable-file': { status: 422, title: 'The file cannot be used as it is; nothing of it was taken.' },
  'unknown-trend-source': { status: 404, title: 'The shop has not configured this source of trends.' },
  'no-token-key': { status: 409, title: 'The server can keep no tokens: its owner has not set TREND_TOKEN_KEY.' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method.' },
  'payload-too-large': { status: 413, title: 'The request body is too large.' },
  'unsupported-media-type': { status: 415, title: 'The request body has a media type that is not understood.' },
  'request-timeout': { status: 408, title: 'The request did not come in time.' },
  'headers-too-large': { status: 431, title: 'The head of the request is too large.' },
  'expectation-failed': { status: 417, title: 'What the request expects is not understood.' },
  'not-ready': { status: 503, title: 'The server is not ready to answer. Retry-After says when to try again.' },
  'unauthenticated': { status: 401, title: 'The request does not say who asks, or not in a way that holds.' },
  'forbidden': { status: 403, title: 'Who asks may not do this, or not from this page.' },
  'rate-limited': { status: 429, title: 'Too many requests. Retry-After says when to try again.' },
  'overloaded': { status: 503, title: 'Nothing of this was kept. Retry-After says when to send it again.' },
  'internal-error': { status: 500, title: 'The server failed. The request may be tried again.' },
};

/** The body of an error answer. */
export function problemOf(code: Exclude<ProblemCode, LaterCode>, errors?: Problem['errors']): Problem {
  return { ...describe(code), ...(errors === undefined ? {} : { errors }) };
}

export const laterProblemOf = (code: LaterCode): Problem => describe(code);

function describe(code: ProblemCode): Problem {
  const { status, title } = MEANING[code];
  return { type: `urn:vua:problem:${code}`, title, status, code };
}
