import type { Value } from '../onnx/graph-builder.ts';
import { add, multiply } from './arithmetic.ts';
import { type Layer, type Scope, dropout, only } from './layer.ts';
import { layerNorm } from './layer-norm.ts';
import { linear } from './linear.ts';

/** The second half of a block: input + dropout(narrow(relu(widen(norm(input))))). */
export function feedForwardPart(scope: Scope, name: string, input: Value): Layer {
  const { graph, shape: { width, feedForward } } = scope;
  const norm = layerNorm(scope, `${name}.feedNorm`, input);
  const widen = linear(scope, `${name}.widen`, norm.output, [width, feedForward]);
  const active = only(graph.node('Relu', [widen.output]));
  const narrow = linear(scope, `${name}.narrow`, active, [feedForward, width]);
  const dropped = dropout(scope, `${name}.narrowMask`, narrow.output, ['rows', width]);
  return {
    output: add(graph, input, dropped.output),
    backward: (gradient) => {
      const byActive = narrow.backward(dropped.backward(gradient));
      // What passed is positive: its sign is 1, else 0.
      const byWidened = multiply(graph, byActive, only(graph.node('Sign', [active])));
      return add(graph, gradient, norm.backward(widen.backward(byWidened)));
    },
  };
}
