import type { GraphBuilder, Value } from '../onnx/graph-builder.ts';
import { add, gather, multiply, product, softmax, subtract, sumOfColumns, total } from './arithmetic.ts';
import { type Scope, only } from './layer.ts';

/** A loss over the next item, and its gradients. */
export interface ItemLoss {
  /** Scalar: the sum over rows of weight x -log p(target). */
  readonly loss: Value;
  /** By the hidden states, [rows, width]. */
  readonly byHidden: Value;
  /** By the embeddings of all candidates, [candidates, width]: all items, or the drawn negatives. */
  readonly byCandidates: Value;
  /** By the embedding of each row's target, [rows, width], to be added to that item's. */
  readonly byTargets: Value;
}

/** Inputs `items`, `targets` and `targetWeights`: [items, width], [rows], [rows, 1]. */
interface LossInputs {
  readonly items: Value;
  readonly targets: Value;
  readonly weights: Value;
}

const SMALLEST_PROBABILITY = 1e-30;
const NEVER = -1e9;

function lossInputs({ graph, shape: { width } }: Scope): LossInputs {
  return {
    items: graph.input('items', 'float', ['items', width]),
    targets: graph.input('targets', 'int32', ['rows']),
    weights: graph.input('targetWeights', 'float', ['rows', 1]),
  };
}

/** Cross-entropy over all items. No one-hot matrix is made: what it would add to the gradients is one row each. */
export function fullLoss(scope: Scope, hidden: Value): ItemLoss {
  const { graph } = scope;
  const { items, targets, weights } = lossInputs(scope);
  const probabilities = softmax(graph, product(graph, hidden, items, { right: true }));
  const ofTarget = only(graph.node('GatherElements', [probabilities, columnOf(graph, targets)], { axis: 1 }));
  const weighted = multiply(graph, hidden, weights);
  return {
    loss: weightedLoss(graph, ofTarget, weights),
    byHidden: multiply(graph, weights, subtract(graph, product(graph, probabilities, items), gather(graph, items, targets))),
    byCandidates: product(graph, probabilities, weighted, { left: true }),
    byTargets: only(graph.node('Neg', [weighted])),
  };
}

/**
 * Cross-entropy over the target and negatives drawn for the whole batch (`negatives`: [candidates]), for catalogs where all items would be slow.
 * `negativeLogits`, [candidates], is -log(how often the item is expected among the drawn): it makes up for the items that were not drawn. A negative that is the row's target does not count.
 */
export function sampledLoss(scope: Scope, hidden: Value): ItemLoss {
  const { graph } = scope;
  const { items, targets, weights } = lossInputs(scope);
  const negatives = graph.input('negatives', 'int32', ['candidates']);
  const negativeLogits = graph.input('negativeLogits', 'float', ['candidates']);
  const [drawn, wanted] = [gather(graph, items, negatives), gather(graph, items, targets)];
  const same = only(graph.node('Equal', [columnOf(graph, targets), negatives]));
  const correction = only(graph.node('Where', [same, graph.scalar(NEVER), negativeLogits]));
  const logits = only(graph.node('Concat', [
    sumOfColumns(graph, multiply(graph, hidden, wanted)), add(graph, product(graph, hidden, drawn, { right: true }), correction),
  ], { axis: 1 }));
  const probabilities = softmax(graph, logits);
  const slice = (from: number, to: number): Value => only(graph.node('Slice', [probabilities, graph.integers([from]), graph.integers([to]), graph.integers([1])]));
  const [ofTarget, ofDrawn] = [slice(0, 1), slice(1, 2 ** 31)];
  const byTargetLogit = multiply(graph, weights, subtract(graph, ofTarget, graph.scalar(1)));
  const byDrawnLogits = multiply(graph, weights, ofDrawn);
  return {
    loss: weightedLoss(graph, ofTarget, weights),
    byHidden: add(graph, product(graph, byDrawnLogits, drawn), multiply(graph, byTargetLogit, wanted)),
    byCandidates: product(graph, byDrawnLogits, hidden, { left: true }),
    byTargets: multiply(graph, byTargetLogit, hidden),
  };
}

/** -sum(weight x log(probability)), for [rows, 1]. */
function weightedLoss(graph: GraphBuilder, probabilities: Value, weights: Value): Value {
  const log = only(graph.node('Log', [only(graph.node('Max', [probabilities, graph.scalar(SMALLEST_PROBABILITY)]))]));
  return only(graph.node('Neg', [total(graph, multiply(graph, log, weights))]));
}

const columnOf = (graph: GraphBuilder, row: Value): Value => only(graph.node('Reshape', [row, graph.integers([-1, 1])]));
