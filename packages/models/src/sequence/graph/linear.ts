import type { Value } from '../onnx/graph-builder.ts';
import { product, sumOfRows } from './arithmetic.ts';
import { type Layer, type Scope, parameter } from './layer.ts';

/** rows x weight + bias. @param input [rows, from] */
export function linear(scope: Scope, name: string, input: Value, [from, to]: readonly [number, number]): Layer {
  const { graph, gradients } = scope;
  const weight = parameter(scope, `${name}.weight`, [from, to]);
  const bias = parameter(scope, `${name}.bias`, [to]);
  return {
    output: product(graph, input, weight, {}, [bias]),
    backward: (gradient) => {
      gradients.set(`${name}.weight`, product(graph, input, gradient, { left: true }));
      gradients.set(`${name}.bias`, sumOfRows(graph, gradient));
      return product(graph, gradient, weight, { right: true });
    },
  };
}
