import { add } from './graph/arithmetic.ts';
import { encoder } from './graph/encoder.ts';
import { eventLoss } from './graph/event-loss.ts';
import { fullLoss, sampledLoss } from './graph/item-loss.ts';
import type { Scope } from './graph/layer.ts';
import { createGraphBuilder } from './onnx/graph-builder.ts';
import type { SequenceShape } from './sequence-shape.ts';

/** How the loss sees the catalog: all items, or some drawn for each batch. */
export type Softmax = 'full' | 'sampled';

/** What the training graph puts out beside the gradients of its parameters, which are named `gradient.NAME`. */
export const TRAINING_OUTPUTS = {
  itemLoss: 'itemLoss', eventLoss: 'eventLoss', byEmbedded: 'byEmbedded', byCandidates: 'byCandidates', byTargets: 'byTargets',
} as const;

/** Name of the output that holds a parameter's gradient. */
export const gradientOutput = (parameter: string): string => `gradient.${parameter}`;

/**
 * Forward and backward pass as one plain ONNX graph, so that any ONNX runtime trains the model: onnxruntime-node on a server, onnxruntime-web on a device.
 * Embedding and its gradient happen outside (`embedSteps`, `scatterGradients`). Sizes of batch, sequences and catalog are free.
 */
export function buildTrainingGraph(shape: SequenceShape, softmax: Softmax, dropout: boolean): Uint8Array {
  const graph = createGraphBuilder();
  const scope: Scope = { graph, shape, dropout, gradients: new Map() };
  const encoded = encoder(scope);
  const items = softmax === 'full' ? fullLoss(scope, encoded.output) : sampledLoss(scope, encoded.output);
  const events = shape.eventTypes > 0 ? eventLoss(scope, encoded.output) : undefined;
  const byHidden = events === undefined ? items.byHidden : add(graph, items.byHidden, events.byHidden);
  graph.output(TRAINING_OUTPUTS.byEmbedded, encoded.backward(byHidden));
  graph.output(TRAINING_OUTPUTS.itemLoss, items.loss);
  graph.output(TRAINING_OUTPUTS.byCandidates, items.byCandidates);
  graph.output(TRAINING_OUTPUTS.byTargets, items.byTargets);
  if (events !== undefined) graph.output(TRAINING_OUTPUTS.eventLoss, events.loss);
  for (const [name, gradient] of scope.gradients) graph.output(gradientOutput(name), gradient);
  return graph.build();
}
