import type { Value } from '../onnx/graph-builder.ts';
import { add, multiply, products, softmax, subtract, sumOfColumns } from './arithmetic.ts';
import type { Cells } from './cells.ts';
import { type Scope, dropout } from './layer.ts';

/** Queries, keys and values, or the gradients by them, [rows, width] each. */
export interface AttentionInputs {
  readonly query: Value;
  readonly key: Value;
  readonly value: Value;
}

export interface Attention {
  /** [rows, width] */
  readonly output: Value;
  readonly backward: (gradient: Value) => AttentionInputs;
}

/**
 * Causal attention. Padding lies at the end, so no step looks at it; what it computes itself is dropped.
 * @param causalMask [length, length]: 0 where a step may look, a very negative number elsewhere
 */
export function attention(scope: Scope, name: string, inputs: AttentionInputs, cells: Cells, causalMask: Value): Attention {
  const { graph, shape: { width, heads } } = scope;
  const scale = 1 / Math.sqrt(width / heads);
  const [query, key, value] = [cells.spread(inputs.query), cells.spread(inputs.key), cells.spread(inputs.value)];
  const weights = softmax(graph, add(graph, products(graph, query, key, { right: true }, scale), causalMask));
  const dropped = dropout(scope, `${name}.weightMask`, weights, ['sequences', heads, 'length', 'length']);
  const output = products(graph, dropped.output, value);
  return {
    output: cells.collect(output),
    backward: (gradientRows) => {
      const gradient = cells.spreadZero(gradientRows);
      const byWeights = dropped.backward(products(graph, gradient, value, { right: true }));
      // The softmax's sum over a row of weights equals the sum over the output: 64 numbers instead of 200.
      const along = sumOfColumns(graph, multiply(graph, gradient, output));
      const byLogits = multiply(graph, weights, subtract(graph, byWeights, along));
      return {
        query: cells.collect(products(graph, byLogits, key, {}, scale)),
        key: cells.collect(products(graph, byLogits, query, { left: true }, scale)),
        value: cells.collect(products(graph, dropped.output, gradient, { left: true })),
      };
    },
  };
}
