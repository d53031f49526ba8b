import type { SequenceRanker } from './sequence-ranker.ts';

/** A ranker that another one can take over from: nobody waits for the one that takes long to open. */
export interface SwitchingRanker {
  readonly ranker: SequenceRanker;
  /** Later questions go to `next`, which is closed with the ranker; at once, where that is closed already. */
  switchTo(next: SequenceRanker): void;
}

export function createSwitchingRanker(first: SequenceRanker): SwitchingRanker {
  let [current, isClosed] = [first, false];
  return {
    ranker: {
      best: (history, limit, skips) => current.best(history, limit, skips),
      score: (history, items) => current.score(history, items),
      events: (history) => current.events(history),
      vector: (history) => current.vector(history),
      close() {
        isClosed = true;
        first.close();
        current.close();
      },
    },
    switchTo(next) {
      if (isClosed) next.close();
      else current = next;
    },
  };
}
