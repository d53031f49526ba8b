import { type FineTuning, type OpenedModel, type Parameters, type StepWindow, createShippedBlend, deployFeeds, packBatch, toLogProbabilities } from '@vua/models/sequence';
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
  const { shape } = model.manifest;
  const thread = createThread(startWorker());
  const blend = createShippedBlend(model);
  const run = async (history: StepWindow): Promise<RankerOutputs | undefined> => (history.items.length === 0 ? undefined : thread.ask((wire) => wire.run(deployFeeds(packBatch([history], shape), shape))));
  const ranker: OnnxRanker = {
    async score(history) {
      const scores = (await run(history))?.['scores'] ?? new Float32Array(shape.items);
      blend(history, scores);
      return scores;
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
    return { status: 'opened', ranker };
  } catch (error) {
    thread.close();
    return { status: 'unavailable', reason: String(error) };
  }
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
