import type { Answer } from '../ask-json.ts';
import type { CollectOutcome } from '../collect-outcome.ts';
import type { Snapshot } from '../snapshot.ts';
import { toSnapshot } from '../to-snapshot.ts';
import { GraphError } from './instagram-answers.ts';
import { readUsage } from './read-usage.ts';

// Codes of the Graph API's error reference; 80002 is Instagram's own among the business use cases.
const THROTTLED = [4, 17, 32, 613, 80_002];
const TOKEN_REVOKED = [102, 190];
const TRANSIENT = [1, 2];
const HASHTAG_LIMIT = 18;
const isPermission = (code: number): boolean => code === 10 || (code >= 200 && code <= 299);
/** The limits count a rolling hour; asking while throttled prolongs it. */
const HOUR_MS = 3_600_000;

/** What an answer means that is not the one asked for. */
export function judgeRefusal(answer: Answer, asked: Pick<Snapshot, 'question' | 'page'>): CollectOutcome {
  const { headers, httpStatus, json, takenMs } = answer;
  const { percent, regainMs = HOUR_MS } = readUsage(headers);
  const error = GraphError.Check(json) ? json.error : undefined;
  const quota = { usagePercent: percent };
  if (httpStatus === 429 || (error !== undefined && THROTTLED.includes(error.code))) return { status: 'throttled', untilMs: takenMs + regainMs, quota };
  if (httpStatus >= 500 && (error === undefined || TRANSIENT.includes(error.code))) return { status: 'unavailable', reason: 'server-error', quota };
  if (error === undefined) return { status: 'unreadable', snapshot: toSnapshot(answer, asked), quota };
  if (TOKEN_REVOKED.includes(error.code)) return { status: 'token-revoked', quota };
  if (isPermission(error.code)) return { status: 'permission-missing', quota };
  if (error.code === HASHTAG_LIMIT) return { status: 'tag-limit', quota };
  if (error.is_transient === true || TRANSIENT.includes(error.code)) return { status: 'unavailable', reason: 'server-error', quota };
  return { status: 'tag-refused', snapshot: toSnapshot(answer, asked), quota };
}
