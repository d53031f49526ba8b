import { type SequenceShape, buildTrainingGraph, deployFeeds, fineTune, packBatch } from '@vua/models/sequence';
import { expose } from 'comlink';
import { type WebGraph, openWebGraph, setRuntime } from './open-web-graph.ts';
import type { RankerReply, RankerWire } from './ranker-worker-api.ts';

let opened: { readonly shape: SequenceShape; readonly graph: WebGraph } | undefined;

const wire: RankerWire = {
  open: ({ shape, graph, wasm }) => answered(async () => {
    setRuntime(wasm);
    opened = { shape, graph: await openWebGraph(graph) };
  }),
  run: (history, question) => answered(async () => {
    const { shape, graph } = await ready();
    return graph.run(deployFeeds(packBatch([history], shape), question, shape));
  }),
  tune: (parameters, history, settings) => answered(async () => {
    const { shape } = await ready();
    const graph = await openWebGraph(buildTrainingGraph(shape, 'full', false));
    try {
      return await fineTune(graph.run, parameters, history, shape, settings);
    } finally {
      await graph.close();
    }
  }),
};

async function ready(): Promise<NonNullable<typeof opened>> {
  if (opened === undefined) throw new Error('no model is open');
  return opened;
}

async function answered<T>(act: () => Promise<T>): Promise<RankerReply<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, message: String(error) };
  }
}

expose(wire);
