import type { Value } from '../onnx/graph-builder.ts';
import { multiply, softmax, subtract, sumOfColumns, total } from './arithmetic.ts';
import { type Scope, only } from './layer.ts';
import { linear } from './linear.ts';

/** A loss over the type of the next event, and its gradient by the hidden states. */
export interface EventLoss {
  readonly loss: Value;
  readonly byHidden: Value;
}

/** Cross-entropy over event types. Inputs: `eventTargets` [rows, types], one 1 a row; `eventWeights` [rows, 1], 0 where the next event is not known. */
export function eventLoss(scope: Scope, hidden: Value): EventLoss {
  const { graph, shape: { width, eventTypes } } = scope;
  const targets = graph.input('eventTargets', 'float', ['rows', eventTypes]);
  const weights = graph.input('eventWeights', 'float', ['rows', 1]);
  const head = linear(scope, 'events', hidden, [width, eventTypes]);
  const logProbabilities = only(graph.node('LogSoftmax', [head.output], { axis: -1 }));
  const ofTarget = sumOfColumns(graph, multiply(graph, logProbabilities, targets));
  return {
    loss: only(graph.node('Neg', [total(graph, multiply(graph, ofTarget, weights))])),
    byHidden: head.backward(multiply(graph, weights, subtract(graph, softmax(graph, head.output), targets))),
  };
}
