import type { Dimension, GraphBuilder, Value } from '../onnx/graph-builder.ts';
import type { SequenceShape } from '../sequence-shape.ts';

/** A part of the network, and how a gradient passes back through it. */
export interface Layer {
  readonly output: Value;
  /** Takes the loss's gradient by `output`, records those of the layer's parameters, gives the one by the layer's input. */
  readonly backward: (gradient: Value) => Value;
}

/** What the layers of one graph share. */
export interface Scope {
  readonly graph: GraphBuilder;
  readonly shape: SequenceShape;
  /** Whether dropout masks are inputs of the graph. */
  readonly dropout: boolean;
  /** Gradients by parameter, as `backward` records them. */
  readonly gradients: Map<string, Value>;
  /** Gives parameters that lie in the graph itself; without it they are inputs. */
  readonly weight?: (name: string) => Value;
}

/** A parameter: an input of the graph, or what lies in it. */
export function parameter({ graph, weight }: Scope, name: string, sizes: readonly Dimension[]): Value {
  return weight?.(name) ?? graph.input(name, 'float', sizes);
}

/** Multiplies by a mask that comes in: 0, or 1 / (1 - rate). */
export function dropout(scope: Scope, name: string, input: Value, sizes: readonly Dimension[]): Layer {
  if (!scope.dropout) return { output: input, backward: (gradient) => gradient };
  const mask = scope.graph.input(name, 'float', sizes);
  return { output: only(scope.graph.node('Mul', [input, mask])), backward: (gradient) => only(scope.graph.node('Mul', [gradient, mask])) };
}

/** The one output of a node. */
export function only([value]: readonly Value[]): Value {
  if (value === undefined) throw new Error('a node without an output');
  return value;
}
