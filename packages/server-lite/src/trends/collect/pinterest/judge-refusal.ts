import type { Answer } from '../ask-json.ts';
import type { CollectOutcome } from '../collect-outcome.ts';
import type { Snapshot } from '../snapshot.ts';
import { toSnapshot } from '../to-snapshot.ts';
import { PinterestError } from './pinterest-answers.ts';
import { readRateLimit } from './read-rate-limit.ts';

/** Limits by category count a minute. */
const MINUTE_MS = 60_000;

/** What an answer means that is not the one asked for. */
export function judgeRefusal(answer: Answer, asked: Pick<Snapshot, 'question' | 'page'>): CollectOutcome {
  const { headers, httpStatus, json, takenMs } = answer;
  if (httpStatus === 429) return { status: 'throttled', untilMs: takenMs + (readRateLimit(headers, takenMs).retryAfterMs ?? MINUTE_MS) };
  if (httpStatus === 401) return { status: 'token-revoked' };
  if (httpStatus === 403) return { status: 'permission-missing' };
  if (httpStatus >= 500) return { status: 'unavailable', reason: 'server-error' };
  const snapshot = toSnapshot(answer, asked);
  return httpStatus === 400 && PinterestError.Check(json) ? { status: 'tag-refused', snapshot } : { status: 'unreadable', snapshot };
}
