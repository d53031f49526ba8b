import type { Value } from '../onnx/graph-builder.ts';
import { attentionPart } from './attention-part.ts';
import { cells } from './cells.ts';
import { feedForwardPart } from './feed-forward-part.ts';
import { type Layer, type Scope, dropout } from './layer.ts';
import { layerNorm } from './layer-norm.ts';

/** From embedded steps ([rows, width]; an input of the graph unless they are given) to hidden states, [rows, width], each of which knows its own step and those before. */
export function encoder(scope: Scope, embedded: Value = scope.graph.input('embedded', 'float', ['rows', scope.shape.width])): Layer {
  const { graph, shape: { width, blocks } } = scope;
  const causalMask = graph.input('causalMask', 'float', ['length', 'length']);
  const places = cells(scope);
  const layers: Layer[] = [dropout(scope, 'embeddedMask', embedded, ['rows', width])];
  const last = (): string => layers.at(-1)?.output ?? embedded;
  for (let k = 0; k < blocks; k += 1) {
    layers.push(attentionPart(scope, `block${k}`, last(), places, causalMask));
    layers.push(feedForwardPart(scope, `block${k}`, last()));
  }
  layers.push(layerNorm(scope, 'lastNorm', last()));
  return { output: last(), backward: (gradient) => layers.reduceRight((by, layer) => layer.backward(by), gradient) };
}
