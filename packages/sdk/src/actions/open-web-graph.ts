import type { Feed, RunGraph } from '@vua/models/sequence';
import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm';

/** A graph in onnxruntime-web. */
export interface WebGraph {
  readonly run: RunGraph;
  readonly close: () => Promise<void>;
}

/** Gives the runtime its WebAssembly, so that it fetches nothing itself. One thread: more need headers that few shops send. */
export function setRuntime(wasm: Uint8Array): void {
  env.wasm.wasmBinary = wasm;
  env.wasm.numThreads = 1;
  env.wasm.proxy = false;
  env.logLevel = 'error';
}

export async function openWebGraph(file: Uint8Array): Promise<WebGraph> {
  const session = await InferenceSession.create(file, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' });
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
  if (data instanceof BigInt64Array) return new Tensor('int64', data, [...sizes]);
  return data instanceof Int32Array ? new Tensor('int32', data, [...sizes]) : new Tensor('float32', data, [...sizes]);
}
