import type { Session, SessionRule } from './session-rule.ts';

/** Who did something, as far as an event tells: pseudonyms of this shop alone. */
export interface Identity extends Session {
  readonly anonymousId: string;
  /** When it was made, UTC milliseconds. */
  readonly anonymousSinceMs: number;
}

/** No anonymous id lives longer. */
export const ANONYMOUS_LIFE_MS = 24 * 3_600_000;

/** The identity of an event at `nowMs`: its session by `sessionOf`, all new once the anonymous id is 24 hours old. */
export function nextIdentity(old: Identity | undefined, nowMs: number, sessionOf: SessionRule, newId: () => string): Identity {
  // A clock that was set back hides the age of an id: it counts as too old. Both go together, so that nothing ties the old id to the new one.
  const ageMs = nowMs - (old?.anonymousSinceMs ?? 0);
  if (!old || ageMs < 0 || ageMs >= ANONYMOUS_LIFE_MS) return { anonymousId: newId(), anonymousSinceMs: nowMs, ...sessionOf(undefined, nowMs) };
  const { anonymousId, anonymousSinceMs, ...session } = old;
  return { anonymousId, anonymousSinceMs, ...sessionOf(session, nowMs) };
}
