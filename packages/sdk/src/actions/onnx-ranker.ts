import {
  type Bonus, type FineTuning, type ItemQuestion, type OpenedModel, type Parameters, type StepWindow, type TopItem, addBonus, bestWithBonus, createShippedBonus, lossesOf, toLogProbabilities, topItems, usesModel,
} from '@vua/models/sequence';
import { releaseProxy, wrap } from 'comlink';
import type { RankerOutputs, RankerReply, RankerWire } from './ranker-worker-api.ts';
import type { SequenceRanker } from './sequence-ranker.ts';

/** What ONNX needs that the page has to bring: files that were compared with their hashes, and a way to start a worker. */
export interface OnnxParts {
  readonly startWorker: () => Worker;
  readonly wasm: Uint8Array;
  readonly graph: Uint8Array;
}

export interface OnnxRanker extends SequenceRanker {
  /** The parameters after a few steps on a history; the ranker itself stays as it is. Undefined where the history is too short. */
  tune(history: StepWindow, settings: FineTuning): Promise<Parameters | undefined>;
}

export type OnnxOpening = { readonly status: 'opened'; readonly ranker: OnnxRanker } | { readonly status: 'unavailable'; readonly reason: string };

/** The model in onnxruntime-web, in a worker of its own. */
export async function openOnnxRanker(model: OpenedModel, { startWorker, wasm, graph }: OnnxParts): Promise<OnnxOpening> {
  const { shape, shipped } = model.manifest;
  const thread = createThread(startWorker());
  const giveBonus = createShippedBonus(model);
  const run = async (history: StepWindow, question: ItemQuestion = NO_ITEMS): Promise<RankerOutputs | undefined> => (history.items.length === 0 ? undefined : thread.ask((wire) => wire.run(history, question)));
  const runForItems: typeof run = async (history, question) => (usesModel(shipped) ? run(history, question) : undefined);
  const ranker: OnnxRanker = {
    async best(history, limit, skips) {
      const bonus = giveBonus(history);
      const wanted = Int32Array.from(bonus.keys());
      const top = limit + skips.size + lossesOf(bonus);
      const outputs = await runForItems(history, { top, wanted });
      if (outputs === undefined) return bestOfBonus(bonus, shape.items, limit, skips);
      return bestWithBonus({ items: given(outputs, 'topItems'), scores: given(outputs, 'topScores') }, { items: wanted, scores: given(outputs, 'wantedScores') }, bonus, limit, skips);
    },
    async score(history, items) {
      const bonus = giveBonus(history);
      const outputs = await runForItems(history, { ...NO_ITEMS, wanted: items });
      const scores = outputs === undefined ? new Float32Array(items.length) : given(outputs, 'wantedScores');
      return scores.map((score, k) => score + (bonus.get(items[k] ?? -1) ?? 0));
    },
    async events(history) {
      const chances = shape.eventTypes === 0 ? undefined : (await run(history))?.['eventScores'];
      if (chances !== undefined) toLogProbabilities(chances);
      return chances;
    },
    vector: async (history) => (await run(history))?.['hidden'],
    tune: (history, settings) => thread.ask((wire) => wire.tune(model.parameters, history, settings)),
    close: thread.close,
  };
  try {
    await thread.ask((wire) => wire.open({ shape, graph, wasm }));
    // A file that answers otherwise is found out now, not before a shopper.
    given(await run({ items: Int32Array.of(0), sides: {} }) ?? {}, 'wantedScores');
    return { status: 'opened', ranker };
  } catch (error) {
    thread.close();
    return { status: 'unavailable', reason: String(error) };
  }
}

/** Of a runtime that must be asked for something. */
const NO_ITEMS: ItemQuestion = { top: 1, wanted: Int32Array.of(0) };

function given(outputs: RankerOutputs, name: string): Float32Array {
  const values = outputs[name];
  if (values === undefined) throw new Error(`the model's file gives no ${name}`);
  return values;
}

/** Where the model has no say. */
function bestOfBonus(bonus: Bonus, items: number, limit: number, skips: ReadonlySet<number>): readonly TopItem[] {
  const scores = new Float32Array(items);
  addBonus(scores, bonus);
  return topItems(scores, limit, (item) => skips.has(item));
}

/** A worker that answers, or rejects: also when it ends. */
function createThread(worker: Worker): { readonly ask: <T>(use: (wire: RankerWire) => Promise<RankerReply<T>>) => Promise<T>; readonly close: () => void } {
  // comlink's `Remote` maps every member to a promise; ours are already.
  const remote = wrap<RankerWire>(worker);
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined);
  worker.addEventListener('error', ({ message }) => {
    worker.terminate();
    reject(new Error(`the worker of the ranker ended: ${message}`));
  });
  let isClosed = false;
  return {
    async ask(use) {
      if (isClosed) return ended;
      const reply = await Promise.race([use(remote as unknown as RankerWire), ended]);
      if (!reply.ok) throw new Error(reply.message);
      return reply.value;
    },
    close() {
      if (!isClosed) remote[releaseProxy]();
      isClosed = true;
      worker.terminate();
      reject(new Error('the ranker was closed'));
    },
  };
}
