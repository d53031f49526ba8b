import type { Session } from '../events/index.ts';
import type { Arrival } from './arrival.ts';

export interface SessionRules {
  /** A session ends after so long without an event. */
  readonly timeoutMs: number;
  /** How the shopper came to the page that the event is of, if from outside. */
  readonly arrival?: Arrival | undefined;
  readonly newId: () => string;
}

/**
 * The session of an event at `nowMs`: a new one after `timeoutMs` without an event, or once the shopper came from another campaign or site
 * than the one that the session came with. An arrival counts once: pages that were opened before it do not bring their own back.
 */
export function nextSession(last: Session | undefined, nowMs: number, { timeoutMs, arrival, newId }: SessionRules): Session {
  const latest = arrival && arrival.atMs > (last?.sessionArrivalMs ?? -Infinity) ? arrival : undefined;
  const isFromElsewhere = latest !== undefined && latest.source !== last?.sessionSource;
  const seenArrivalMs = latest?.atMs ?? last?.sessionArrivalMs;
  const arrivalMs = seenArrivalMs === undefined ? {} : { sessionArrivalMs: seenArrivalMs };
  if (last && nowMs - last.sessionSeenMs < timeoutMs && !isFromElsewhere) return { ...last, ...arrivalMs, sessionSeenMs: Math.max(nowMs, last.sessionSeenMs) };
  return { sessionId: newId(), sessionSeenMs: nowMs, ...arrivalMs, ...(latest && { sessionSource: latest.source }) };
}
