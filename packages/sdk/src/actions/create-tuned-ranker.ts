import type { OpenedModel, Parameters, StepWindow } from '@vua/models/sequence';
import { openPureRanker } from './pure-ranker.ts';
import type { SequenceRanker } from './sequence-ranker.ts';

/** A ranker that can be tuned to the shopper, and set back. Nothing of it outlives the page. */
export interface TunedRanker extends SequenceRanker {
  /** Tunes to a history, from the shop's own parameters; a history that is too short changes nothing. @returns whether it is tuned now */
  tune(history: StepWindow): Promise<boolean>;
  /** Back to the shop's own parameters; also what is under way comes to nothing. */
  reset(): void;
}

/** @param base with the shop's parameters, which are never written to @param tune gives parameters of their own, or undefined */
export function createTunedRanker(model: OpenedModel, base: SequenceRanker, tune: (history: StepWindow) => Promise<Parameters | undefined>): TunedRanker {
  let [current, round] = [base, 0];
  return {
    best: (history, limit, skips) => current.best(history, limit, skips),
    score: (history, items) => current.score(history, items),
    events: (history) => current.events(history),
    vector: (history) => current.vector(history),
    close: () => base.close(),
    async tune(history) {
      const mine = round;
      const parameters = await tune(history);
      if (parameters === undefined || mine !== round) return false;
      current = openPureRanker(model, undefined, parameters);
      return true;
    },
    reset() {
      round += 1;
      current = base;
    },
  };
}
