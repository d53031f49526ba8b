import type { EventRejection } from '@vua/models/contracts';

/** What a server said, or that it said nothing. */
export type Answer =
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfterMs: number | undefined;
      /** Parsed JSON; undefined where it was none. */
      readonly body: unknown;
    };

/** What follows from an answer. */
export type Verdict =
  | { readonly kind: 'receipt'; readonly accepted: readonly string[]; readonly rejected: readonly Pick<EventRejection, 'id' | 'code'>[] }
  /** Try again later; not before `afterMs` where the server said so. */
  | { readonly kind: 'retry'; readonly afterMs?: number | undefined }
  /** Something in it can never be taken: try the halves. */
  | { readonly kind: 'split' }
  /** The server does not know the compression. */
  | { readonly kind: 'uncompressed' }
  /** This shop is not let in, or nothing is there: ask seldom. */
  | { readonly kind: 'pause' };

/** Judges the answer to a batch of events. */
export function judgeAnswer(answer: Answer): Verdict {
  if (answer.kind === 'unreachable') return { kind: 'retry' };
  const { status, body, retryAfterMs } = answer;
  if (status >= 200 && status < 300) return readReceipt(body) ?? { kind: 'retry' };
  if (status === 413) return { kind: 'split' };
  // Only where the server says so itself: a proxy that refuses everything must not cost a single event.
  if (status === 400 || status === 422) return isProblem(body) ? { kind: 'split' } : { kind: 'retry' };
  if (status === 415) return { kind: 'uncompressed' };
  return isPassing(status) ? { kind: 'retry', afterMs: retryAfterMs } : { kind: 'pause' };
}

/** Whether a failure is one that time heals. */
export const isPassing = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

/** Takes what is named and no more: a page that a proxy sends with 200 names nothing. */
function readReceipt(body: unknown): Verdict | undefined {
  const { accepted, rejected } = (body ?? {}) as { accepted?: unknown; rejected?: unknown };
  if (!Array.isArray(accepted) || !Array.isArray(rejected)) return undefined;
  const isNamed = (given: unknown): given is EventRejection => typeof (given as { id?: unknown } | null)?.id === 'string';
  return { kind: 'receipt', accepted: accepted.filter((id): id is string => typeof id === 'string'), rejected: rejected.filter(isNamed) };
}

const isProblem = (body: unknown): boolean => typeof (body as { code?: unknown } | undefined)?.code === 'string';
