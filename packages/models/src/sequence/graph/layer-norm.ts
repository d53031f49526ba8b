import type { Value } from '../onnx/graph-builder.ts';
import { multiply, subtract, sumOfRows } from './arithmetic.ts';
import { type Layer, type Scope, only, parameter } from './layer.ts';

/** Added to the variance before its root is taken. */
export const NORM_EPSILON = 1e-6;

/** Layer normalization of each row. @param input [rows, width] */
export function layerNorm(scope: Scope, name: string, input: Value): Layer {
  const { graph, gradients, shape } = scope;
  const gain = parameter(scope, `${name}.gain`, [shape.width]);
  const bias = parameter(scope, `${name}.bias`, [shape.width]);
  const [output = '', mean = '', scale = ''] = graph.node('LayerNormalization', [input, gain, bias], { axis: -1, epsilon: { float: NORM_EPSILON } }, 3);
  const meanOf = (values: Value): Value => only(graph.node('ReduceMean', [values], { axes: [-1], keepdims: 1 }));
  return {
    output,
    backward: (gradient) => {
      const normal = multiply(graph, subtract(graph, input, mean), scale);
      gradients.set(`${name}.gain`, sumOfRows(graph, multiply(graph, gradient, normal)));
      gradients.set(`${name}.bias`, sumOfRows(graph, gradient));
      const inner = multiply(graph, gradient, gain);
      const along = multiply(graph, normal, meanOf(multiply(graph, inner, normal)));
      return multiply(graph, scale, subtract(graph, subtract(graph, inner, meanOf(inner)), along));
    },
  };
}
