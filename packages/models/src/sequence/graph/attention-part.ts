import type { Value } from '../onnx/graph-builder.ts';
import { add } from './arithmetic.ts';
import { attention } from './attention.ts';
import type { Cells } from './cells.ts';
import { type Layer, type Scope, dropout } from './layer.ts';
import { layerNorm } from './layer-norm.ts';
import { linear } from './linear.ts';

/** The first half of a block: input + dropout(attention(norm(input))). */
export function attentionPart(scope: Scope, name: string, input: Value, cells: Cells, causalMask: Value): Layer {
  const { graph, shape: { width } } = scope;
  const norm = layerNorm(scope, `${name}.attentionNorm`, input);
  const project = (part: string, from: Value): Layer => linear(scope, `${name}.${part}`, from, [width, width]);
  const [query, key, value] = [project('query', norm.output), project('key', norm.output), project('value', norm.output)];
  const looked = attention(scope, name, { query: query.output, key: key.output, value: value.output }, cells, causalMask);
  const mix = project('mix', looked.output);
  const dropped = dropout(scope, `${name}.mixMask`, mix.output, ['rows', width]);
  return {
    output: add(graph, input, dropped.output),
    backward: (gradient) => {
      const by = looked.backward(mix.backward(dropped.backward(gradient)));
      const byNorm = add(graph, add(graph, query.backward(by.query), key.backward(by.key)), value.backward(by.value));
      return add(graph, gradient, norm.backward(byNorm));
    },
  };
}
