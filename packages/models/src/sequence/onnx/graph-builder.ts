import { type WireMessage, concat, floatField, writeMessage } from './wire-writer.ts';

// Field numbers and enums: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
const ELEMENT_TYPES = { float: 1, int8: 3, int32: 6, int64: 7 } as const;
const ATTRIBUTE_TYPES = { float: 1, int: 2, ints: 7 } as const;
const IR_VERSION = 8;
const OPSET = 17;
/** For FusedMatMul: a product with transposed factors and a scale in one pass. */
const MICROSOFT = 'com.microsoft';

/** Number of an element type, for casts. */
export const elementType = (name: ElementType): number => ELEMENT_TYPES[name];

export type ElementType = keyof typeof ELEMENT_TYPES;
/** A value of the graph, by its name. */
export type Value = string;
/** A number is a fixed size, a text the name of a size that is known when the graph runs. */
export type Dimension = number | string;
/** Whole numbers go as ints; wrap what must be a float. */
export type AttributeValue = number | readonly number[] | { readonly float: number };

/** Builds an ONNX model (opset 17, com.microsoft) node by node. */
export interface GraphBuilder {
  input: (name: string, type: ElementType, dimensions: readonly Dimension[]) => Value;
  /** Numbers that lie in the file, row by row. */
  tensor: (name: string, values: Float32Array | Int8Array, sizes: readonly number[]) => Value;
  /** A float32 scalar. */
  scalar: (value: number) => Value;
  /** A list of whole numbers, such as a shape or axes. */
  integers: (values: readonly number[]) => Value;
  /** Adds a node and gives its outputs. */
  node: (operator: string, inputs: readonly Value[], attributes?: Readonly<Record<string, AttributeValue>>, outputs?: number) => Value[];
  /** Names a value as an output of the graph. */
  output: (name: string, value: Value) => void;
  /** The model's file. */
  build: () => Uint8Array;
}

/** An empty graph. */
export function createGraphBuilder(): GraphBuilder {
  const nodes: Uint8Array[] = [];
  const inputs: Uint8Array[] = [];
  const outputs: Uint8Array[] = [];
  const constants = new Map<string, Uint8Array>();
  let made = 0;
  const constant = (name: string, tensor: WireMessage): Value => {
    if (!constants.has(name)) constants.set(name, writeMessage([...tensor, [8, name]]));
    return name;
  };
  const node: GraphBuilder['node'] = (operator, from, attributes = {}, count = 1) => {
    const to = Array.from({ length: count }, (_, k) => `${operator}${made}_${k}`);
    made += 1;
    nodes.push(nodeOf(operator, from, to, attributes));
    return to;
  };
  return {
    input: (name, type, dimensions) => { inputs.push(valueInfo(name, type, dimensions)); return name; },
    tensor: (name, values, sizes) => constant(name, [...sizes.map((size) => [1, size] as const), [2, values instanceof Int8Array ? ELEMENT_TYPES.int8 : ELEMENT_TYPES.float], [9, bytesOf(values)]]),
    scalar: (value) => constant(`scalar_${value}`, [[2, ELEMENT_TYPES.float], [9, new Uint8Array(Float32Array.of(value).buffer)]]),
    integers: (values) => constant(`integers_${values.join('_')}`, [[1, values.length], [2, ELEMENT_TYPES.int64], [9, new Uint8Array(BigInt64Array.from(values, BigInt).buffer)]]),
    node,
    output: (name, value) => {
      nodes.push(nodeOf('Identity', [value], [name], {}));
      outputs.push(writeMessage([[1, name]]));
    },
    build: () => modelOf({ nodes, inputs, outputs, constants: [...constants.values()] }),
  };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

interface GraphParts {
  readonly nodes: readonly Uint8Array[];
  readonly inputs: readonly Uint8Array[];
  readonly outputs: readonly Uint8Array[];
  readonly constants: readonly Uint8Array[];
}

function modelOf({ nodes, inputs, outputs, constants }: GraphParts): Uint8Array {
  const all = (field: number, parts: readonly Uint8Array[]): WireMessage => parts.map((part) => [field, part] as const);
  const graph: WireMessage = [...all(1, nodes), [2, 'sequence'], ...all(5, constants), ...all(11, inputs), ...all(12, outputs)];
  return writeMessage([[1, IR_VERSION], [2, 'vua'], [7, graph], [8, [[1, ''], [2, OPSET]]], [8, [[1, MICROSOFT], [2, 1]]]]);
}

function nodeOf(operator: string, from: readonly Value[], to: readonly Value[], attributes: Readonly<Record<string, AttributeValue>>): Uint8Array {
  return writeMessage([
    ...from.map((name) => [1, name] as const), ...to.map((name) => [2, name] as const), [4, operator],
    ...Object.entries(attributes).map(([name, value]) => [5, attributeOf(name, value)] as const),
    ...(operator === 'FusedMatMul' ? [[7, MICROSOFT] as const] : []),
  ]);
}

function attributeOf(name: string, value: AttributeValue): Uint8Array {
  if (typeof value === 'number') return writeMessage([[1, name], [3, value], [20, ATTRIBUTE_TYPES.int]]);
  if ('float' in value) return concat([writeMessage([[1, name]]), floatField(2, value.float), writeMessage([[20, ATTRIBUTE_TYPES.float]])]);
  return writeMessage([[1, name], ...value.map((each) => [8, each] as const), [20, ATTRIBUTE_TYPES.ints]]);
}

function valueInfo(name: string, type: ElementType, dimensions: readonly Dimension[]): Uint8Array {
  const shape: WireMessage = dimensions.map((size) => [1, typeof size === 'number' ? [[1, size]] : [[2, size]]] as const);
  return writeMessage([[1, name], [2, [[1, [[1, ELEMENT_TYPES[type]], [2, shape]]]]]]);
}
