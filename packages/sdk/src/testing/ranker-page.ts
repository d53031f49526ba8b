import { GRAPH_FILE, FINE_TUNING, type StepWindow, type TopItem } from '@vua/models/sequence';
import { createModelCache, loadModel, openPureRanker, type SequenceRanker } from '../actions/index.ts';
import { type OnnxRanker, openOnnxRanker } from '../actions/onnx-ranker.ts';
import { startWorkerFromSource } from '../worker/start-worker.ts';

export type LabEngine = 'pure' | 'onnx';

/** A window as JSON carries it. */
export interface PlainWindow {
  readonly items: readonly number[];
  readonly sides: Readonly<Record<string, readonly number[]>>;
}

const windowOf = ({ items, sides }: PlainWindow): StepWindow => ({ items: Int32Array.from(items), sides: Object.fromEntries(Object.entries(sides).map(([name, values]) => [name, Int32Array.from(values)])) });
const plain = (values: Float32Array | undefined): number[] | null => values === undefined ? null : [...values];
const bytesAt = async (path: string): Promise<ArrayBuffer> => (await fetch(path)).arrayBuffer();

let rankers: Readonly<Record<LabEngine, SequenceRanker>>;
let onnx: OnnxRanker;

/** What a test in Node drives: the model of this page's server, in both engines. */
const lab = {
  async open(): Promise<string> {
    const loading = await loadModel({ siteKey: 'site_testshop', apiUrl: new URL('/', location.href), fetch: (url, init) => fetch(url, init), cache: createModelCache('lab') });
    if (loading.status === 'unavailable') return loading.reason;
    const graph = await loading.model.file(GRAPH_FILE);
    const source = await bytesAt('/worker.js');
    const opening = await openOnnxRanker(loading.model.opened, { graph: graph ?? new Uint8Array(0), wasm: new Uint8Array(await bytesAt('/runtime/ort-wasm-simd-threaded.wasm')), startWorker: () => startWorkerFromSource(source) });
    if (opening.status === 'unavailable') return opening.reason;
    onnx = opening.ranker;
    rankers = { onnx, pure: openPureRanker(loading.model.opened) };
    return loading.status;
  },
  score: async (engine: LabEngine, history: PlainWindow, items: readonly number[]): Promise<number[] | null> => plain(await rankers[engine].score(windowOf(history), Int32Array.from(items))),
  best: (engine: LabEngine, history: PlainWindow, limit: number, skips: readonly number[]): Promise<readonly TopItem[]> => rankers[engine].best(windowOf(history), limit, new Set(skips)),
  events: async (engine: LabEngine, history: PlainWindow): Promise<number[] | null> => plain(await rankers[engine].events(windowOf(history))),
  vector: async (engine: LabEngine, history: PlainWindow): Promise<number[] | null> => plain(await rankers[engine].vector(windowOf(history))),
  /** The parameters that tuning changed, by name. */
  async tune(history: PlainWindow): Promise<Readonly<Record<string, number[]>>> {
    const tuned = await onnx.tune(windowOf(history), FINE_TUNING);
    return Object.fromEntries(Object.entries(tuned ?? {}).filter(([name]) => name.includes('block0')).map(([name, values]) => [name, [...values]]));
  },
  async askAfterClose(history: PlainWindow): Promise<string> {
    onnx.close();
    return onnx.best(windowOf(history), 1, new Set()).then(() => 'answered', (error: unknown) => String(error));
  },
};

Object.assign(globalThis, { lab });
