import { type Identity, nextIdentity } from './next-identity.ts';
import type { SessionRule } from './session-rule.ts';

export interface IdentityKeeperDeps {
  readonly newId: () => string;
  readonly sessionOf: SessionRule;
  /**
   * Changes what the device keeps, in one step among all pages of the shop, and answers with what is kept now;
   * undefined where nothing may be or can be kept.
   */
  readonly update: (change: (kept: unknown) => Identity) => Promise<Identity | undefined>;
}

/** Knows who an event is of. */
export interface IdentityKeeper {
  /** @param mayKeep whether the identity may outlive the page. */
  at(timeMs: number, mayKeep: boolean): Promise<Identity>;
  /** The page goes: who waits for storage gets what the page knows. @returns how to end that. */
  hurry(): () => void;
  /** The next event is of somebody new. */
  forget(): void;
}

/** How far the device may lag behind with the time of a session's last event: writing it with every event would cost a transaction each. */
const LAG_MS = 60_000;

/** An {@link IdentityKeeper}; answers at once where it can, so that events need not wait for storage. */
export function createIdentityKeeper({ newId, sessionOf, update }: IdentityKeeperDeps): IdentityKeeper {
  let here: Identity | undefined;
  let kept: Identity | undefined;
  let generation = 0;
  let hurry = Promise.withResolvers<undefined>();
  const next = (old: Identity | undefined, timeMs: number): Identity => nextIdentity(old, timeMs, sessionOf, newId);
  const isKept = (identity: Identity): boolean => kept?.anonymousId === identity.anonymousId && kept.sessionId === identity.sessionId;
  const keep = async (mine: Identity, timeMs: number): Promise<Identity> => {
    const asked = ++generation;
    const answer = await Promise.race([hurry.promise, update((given) => {
      const theirs = isIdentity(given) ? given : undefined;
      // Another page may have gone on with the session, or begun the next one.
      return theirs ? next(theirs, timeMs) : mine;
    })]);
    // Forgotten meanwhile: this event is the last of the old identity.
    if (asked === generation) [here, kept] = [answer ?? mine, answer];
    return answer ?? mine;
  };

  return {
    async at(timeMs, mayKeep) {
      const mine = next(here, timeMs);
      here = mine;
      if (!mayKeep) return mine;
      if (!isKept(mine)) return keep(mine, timeMs);
      if (mine.sessionSeenMs - (kept?.sessionSeenMs ?? 0) >= LAG_MS) void keep(mine, timeMs);
      return mine;
    },
    hurry() {
      hurry.resolve(undefined);
      return () => { hurry = Promise.withResolvers(); };
    },
    forget() {
      generation++;
      here = undefined;
      kept = undefined;
    },
  };
}

function isIdentity(given: unknown): given is Identity {
  const { anonymousId, anonymousSinceMs, sessionId, sessionSeenMs, sessionSource = 0, sessionArrivalMs = 0 } = (given ?? {}) as Record<keyof Identity, unknown>;
  return typeof anonymousId === 'string' && typeof sessionId === 'string' && [anonymousSinceMs, sessionSeenMs, sessionSource, sessionArrivalMs].every(Number.isFinite);
}
