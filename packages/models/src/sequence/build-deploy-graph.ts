import { add, gather, multiply, product } from './graph/arithmetic.ts';
import { encoder } from './graph/encoder.ts';
import { type Scope, only } from './graph/layer.ts';
import { linear } from './graph/linear.ts';
import { type GraphBuilder, type Value, createGraphBuilder, elementType } from './onnx/graph-builder.ts';
import { parameterShapes, sideRow, sideTable } from './parameter-shapes.ts';
import { UNKNOWN_TENSOR, scalesOf } from './quantize-model.ts';
import type { SequenceShape } from './sequence-shape.ts';
import type { TensorData } from './tensor-file.ts';
import { unknownRows } from './unknown-items.ts';

/**
 * The model as one ONNX file with its weights, for use: what `deployFeeds` gives goes in; `hidden` [sequences, width], numbers and logits of the best items
 * (`topItems`, `topScores` [sequences, top]), logits of those that were asked for (`wantedScores` [sequences, wanted]) and `eventScores` [sequences, types] come out,
 * all float32. The logits of all items stay inside: of 50,000 they are 200 kB, whose way out takes longer than the model.
 * Tables and matrices lie in the file in 8 bits and are multiplied out by Cast and Mul, plain operators on constants: onnxruntime does that once, when it
 * opens the file (its optimized graph has none of them left).
 * @param tensors as `quantizeModel` gives them
 */
export function buildDeployGraph(shape: SequenceShape, tensors: Readonly<Record<string, TensorData>>): Uint8Array {
  const graph = createGraphBuilder();
  const weight = weightsOf(graph, shape, tensors);
  const scope: Scope = { graph, shape, dropout: false, gradients: new Map(), weight };
  const encoded = encoder(scope, embedded(graph, shape, weight));
  const hidden = gather(graph, encoded.output, graph.input('lastRows', 'int32', ['sequences']));
  const scores = product(graph, hidden, weight('items'), { right: true });
  const [topScores = '', topItems = ''] = graph.node('TopK', [scores, graph.input('top', 'int64', [1])], { axis: -1 }, 2);
  graph.output('hidden', hidden);
  graph.output('topScores', topScores);
  graph.output('wantedScores', only(graph.node('Gather', [scores, graph.input('wanted', 'int32', ['wanted'])], { axis: 1 })));
  graph.output('topItems', only(graph.node('Cast', [topItems], { to: elementType('float') })));
  if (shape.eventTypes > 0) graph.output('eventScores', linear(scope, 'events', hidden, [shape.width, shape.eventTypes]).output);
  return graph.build();
}

/** Each step's embeddings, added up. A step has a row among the items or, where the model knows something of its items, among those that stand for unknown ones; the other counts nothing. */
function embedded(graph: GraphBuilder, shape: SequenceShape, weight: (name: string) => Value): Value {
  const rows = (table: string, name: string): Value => gather(graph, weight(table), graph.input(name, 'int32', ['rows']));
  const items = rows('items', 'rowItems');
  const parts = [rows('positions', 'rowPositions'), ...shape.sideInputs.map(({ name }) => rows(sideTable(name), sideRow(name)))];
  const known = unknownRows(shape) === 1 ? items : add(graph, multiply(graph, items, graph.input('rowKnown', 'float', ['rows', 1])), rows(UNKNOWN_TENSOR, 'rowUnknown'));
  return parts.reduce((sum, part) => add(graph, sum, part), known);
}

function weightsOf(graph: GraphBuilder, shape: SequenceShape, tensors: Readonly<Record<string, TensorData>>): (name: string) => Value {
  const sizes: Readonly<Record<string, readonly number[]>> = { ...parameterShapes(shape), [UNKNOWN_TENSOR]: [unknownRows(shape), shape.width] };
  const made = new Map<string, Value>();
  const make = (name: string): Value => {
    const [values, scales] = [tensors[name], tensors[scalesOf(name)]];
    if (values instanceof Float32Array) return graph.tensor(name, values, sizes[name] ?? []);
    if (!(values instanceof Int8Array) || !(scales instanceof Float32Array)) throw new Error(`no tensor ${name}`);
    const levels = only(graph.node('Cast', [graph.tensor(name, values, sizes[name] ?? [])], { to: elementType('float') }));
    return multiply(graph, levels, graph.tensor(scalesOf(name), scales, [scales.length, 1]));
  };
  return (name) => {
    const value = made.get(name) ?? make(name);
    made.set(name, value);
    return value;
  };
}
