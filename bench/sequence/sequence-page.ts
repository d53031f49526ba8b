import {
  type OpenedModel, type SequenceShape, type StepWindow, DEFAULT_SHAPE, buildDeployGraph, createEngine, createShippedScorer, cutWindow, fitPartner, initialParameters, openModel,
  encodeModel, encodePartner, nextWindow, quantizeModel, topItems,
} from '@vua/models/sequence';
import { type OnnxRanker, openOnnxRanker } from '../../packages/sdk/src/actions/onnx-ranker.ts';
import { startWorkerFromSource } from '../../packages/sdk/src/worker/start-worker.ts';

const LIST = 20;
/** Made up, but a number costs the same whatever it is. */
const wave = (() => { let k = 0; return (): number => Math.sin((k += 1) * 12.9898) * 1.2; })();

function modelOf(items: number): { readonly model: OpenedModel; readonly graph: Uint8Array } {
  const shape: SequenceShape = { ...DEFAULT_SHAPE, items };
  const tensors = quantizeModel(initialParameters(shape, wave), new Float32Array(shape.width), shape);
  const sequences = Array.from({ length: 2000 }, () => historyOf(items, 20));
  const opening = openModel({
    kind: 'sequence/1', version: '0123456789ab', seed: 1, split: 'all', shape, sideNames: {}, settings: {}, files: [], training: { steps: 0, epochs: 0, wallMs: 0 },
    data: { sha256: '', format: 'pairs', sequences: 0, steps: 0, items, skippedLines: 0 }, shipped: { method: 'blend', partner: 'coVisitation', weight: 1 }, validation: { cases: 0, filtersSeen: true, shipped: { ndcg10: 0, hr10: 0 }, methods: {} },
  }, { model: encodeModel({ shape, vocabularySha256: '' }, tensors), vocabularySha256: '', partner: encodePartner(fitPartner('coVisitation', sequences, items)), vocabulary: JSON.stringify(Array.from({ length: items }, (_, item) => String(item))) });
  if (opening.status === 'refused') throw new Error(opening.reason);
  return { model: opening.model, graph: buildDeployGraph(shape, tensors) };
}

const historyOf = (items: number, steps: number): StepWindow => ({ items: Int32Array.from({ length: steps }, () => Math.floor(Math.abs(wave()) * 1e5) % items), sides: {} });

function timed(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

let model: OpenedModel;
let graph: Uint8Array;
let onnx: OnnxRanker;

/** Scores what ships and picks the list, as a page does at a new event. */
function createAsk(): (window: StepWindow) => void {
  const { shape } = model.manifest;
  const [score, scores] = [createShippedScorer(model, createEngine(shape, model.parameters, model.unknown)), new Float32Array(shape.items)];
  return (window) => {
    score(window, scores);
    if (topItems(scores, LIST, (item) => window.items.includes(item)).length < LIST) throw new Error('a list is too short');
  };
}

const lab = {
  /** @returns bytes of the ONNX file. */
  prepare(items: number): number {
    ({ model, graph } = modelOf(items));
    return graph.length;
  },
  /** Milliseconds of each new event of sessions that grow from `from` to `to` steps. */
  timeEvents(sessions: number, from: number, to: number): number[] {
    return Array.from({ length: sessions }, () => {
      const [ask, history] = [createAsk(), historyOf(model.manifest.shape.items, to)];
      ask(cutWindow(history, 0, from - 1));
      return Array.from({ length: to - from + 1 }, (_, k) => timed(() => ask(cutWindow(history, 0, from + k))));
    }).flat();
  },
  /** Milliseconds of new events in a session that has outgrown the window, moves of the window included. */
  timeLongSession(steps: number): number[] {
    const { length, items } = model.manifest.shape;
    const [ask, history] = [createAsk(), historyOf(items, length + steps)];
    let window = nextWindow(undefined, cutWindow(history, 0, length), length);
    ask(window);
    return Array.from({ length: steps }, (_, k) => timed(() => ask(window = nextWindow(window, cutWindow(history, k + 1, length + k + 1), length))));
  },
  /** Milliseconds of the first answer for a session of `steps`, the engine opened for it. */
  timeCold(runs: number, steps: number): number[] {
    return Array.from({ length: runs }, () => timed(() => createAsk()(historyOf(model.manifest.shape.items, steps))));
  },
  async openOnnx(): Promise<void> {
    const [source, wasm] = await Promise.all(['/worker.js', '/runtime/ort-wasm-simd-threaded.wasm'].map(async (path) => (await fetch(path)).arrayBuffer()));
    if (source === undefined || wasm === undefined) throw new Error('no runtime');
    const opening = await openOnnxRanker(model, { graph, wasm: new Uint8Array(wasm), startWorker: () => startWorkerFromSource(source) });
    if (opening.status === 'unavailable') throw new Error(opening.reason);
    onnx = opening.ranker;
  },
  /** Milliseconds of the list for sessions of `steps`, what was seen left out, way to the worker and back included. */
  async timeOnnx(runs: number, steps: number): Promise<number[]> {
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const history = historyOf(model.manifest.shape.items, steps);
      const start = performance.now();
      if ((await onnx.best(history, LIST, new Set(history.items))).length < LIST) throw new Error('a list is too short');
      times.push(performance.now() - start);
    }
    return times;
  },
};

export type SequenceLab = typeof lab;

Object.assign(globalThis, { lab });
