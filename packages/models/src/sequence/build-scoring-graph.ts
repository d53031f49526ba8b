import { gather, product } from './graph/arithmetic.ts';
import { encoder } from './graph/encoder.ts';
import type { Scope } from './graph/layer.ts';
import { linear } from './graph/linear.ts';
import { createGraphBuilder } from './onnx/graph-builder.ts';
import type { SequenceShape } from './sequence-shape.ts';

/** The model for use: hidden states of the rows named by `lastRows` [sequences], their `scores` [sequences, items] (logits), and `eventScores` [sequences, types] where there is that head. */
export function buildScoringGraph(shape: SequenceShape): Uint8Array {
  const graph = createGraphBuilder();
  const scope: Scope = { graph, shape, dropout: false, gradients: new Map() };
  const encoded = encoder(scope);
  const hidden = gather(graph, encoded.output, graph.input('lastRows', 'int32', ['sequences']));
  const items = graph.input('items', 'float', ['items', shape.width]);
  graph.output('hidden', hidden);
  graph.output('scores', product(graph, hidden, items, { right: true }));
  if (shape.eventTypes > 0) graph.output('eventScores', linear(scope, 'events', hidden, [shape.width, shape.eventTypes]).output);
  return graph.build();
}
