import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Feed, RunGraph } from '@vua/models/sequence';

/** A graph in onnxruntime-node. */
export interface OpenGraph {
  readonly run: RunGraph;
  readonly close: () => Promise<void>;
}

/** Opens an ONNX file on one thread: two take 0.6-0.7 of the time on a quiet machine and more on a busy one, and one always gives the same bits. */
export async function openGraph(file: Uint8Array): Promise<OpenGraph> {
  const session = await InferenceSession.create(file, { executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1, graphOptimizationLevel: 'all', logSeverityLevel: 3 });
  return {
    run: async (feeds) => {
      const outputs = await session.run(Object.fromEntries(session.inputNames.map((name) => [name, tensorOf(name, feeds[name])])));
      return Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data as Float32Array]));
    },
    close: () => session.release(),
  };
}

function tensorOf(name: string, feed: Feed | undefined): Tensor {
  if (feed === undefined) throw new Error(`the graph wants ${name}`);
  const { data, sizes } = feed;
  if (data instanceof BigInt64Array) return new Tensor('int64', data, sizes);
  return data instanceof Int32Array ? new Tensor('int32', data, sizes) : new Tensor('float32', data, sizes);
}
