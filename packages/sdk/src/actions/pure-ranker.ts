import { type OpenedModel, type Parameters, type StepWindow, createEngine, createShippedScorer, cutWindow, topItems } from '@vua/models/sequence';
import type { SequenceRanker } from './sequence-ranker.ts';
import { untilNextTask } from './until-next-task.ts';

/** Steps that are computed before the page has its turn again: some 3 ms on a desktop, four times as much on a slow phone. */
const STEPS_AT_ONCE = 20;

/** The engine without a runtime, on the thread that asks. A long history is computed in parts, with turns for the page in between. @param parameters other ones than the model's, tuned to this shopper */
export function openPureRanker(model: OpenedModel, rest: () => Promise<void> = untilNextTask, parameters: Parameters = model.parameters): SequenceRanker {
  const engine = createEngine(model.manifest.shape, parameters, model.unknown);
  const scorer = createShippedScorer(model, engine);
  // One after another: the engine remembers the steps of one history.
  let turn: Promise<unknown> = Promise.resolve();
  let last: Int32Array = new Int32Array(0);
  const inTurn = <T>(history: StepWindow, ask: () => T): Promise<T> => {
    const answer = turn.then(async () => {
      for (let steps = sharedSteps(last, history.items) + STEPS_AT_ONCE; steps < history.items.length; steps += STEPS_AT_ONCE) {
        engine.sessionVector(cutWindow(history, 0, steps));
        await rest();
      }
      last = history.items;
      return ask();
    });
    turn = answer.catch(() => undefined);
    return answer;
  };
  const scores = new Float32Array(model.manifest.shape.items);
  return {
    best: (history, limit, skips) => inTurn(history, () => {
      scorer(history, scores);
      return topItems(scores, limit, (item) => skips.has(item));
    }),
    score: (history, items) => inTurn(history, () => {
      scorer(history, scores);
      return Float32Array.from(items, (item) => scores[item] ?? 0);
    }),
    events: (history) => inTurn(history, () => engine.events(history)),
    vector: (history) => inTurn(history, () => engine.sessionVector(history)),
    close: () => undefined,
  };
}

/** Steps at the start of both. */
function sharedSteps(known: Int32Array, items: Int32Array): number {
  const differs = items.findIndex((item, step) => item !== known[step]);
  return differs < 0 ? items.length : differs;
}
