import { ByteBuffer } from 'flatbuffers';

/** Field numbers of the tables in TensorFlow Lite's schema.fbs that pose models use. */
const FIELD = {
  model: { operatorCodes: 1, subgraphs: 2, buffers: 4 },
  operatorCode: { deprecatedCode: 0, code: 3 },
  subgraph: { tensors: 0, inputs: 1, outputs: 2, operators: 3 },
  tensor: { shape: 0, type: 1, buffer: 2, name: 3, sparsity: 6 },
  operator: { opcodeIndex: 0, inputs: 1, outputs: 2, options: 4 },
  buffer: { data: 0 },
  sparsity: { traversalOrder: 0, blockMap: 1, dimensions: 2 },
  dimension: { format: 0, denseSize: 1, segmentsType: 2, segments: 3, indicesType: 4, indices: 5 },
} as const;

/** A position in the file that is a table: a thin reader over FlatBuffers' own byte buffer. */
export class Table {
  readonly #bytes: ByteBuffer;
  readonly #at: number;

  constructor(bytes: ByteBuffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  #field(index: number): number {
    const offset = this.#bytes.__offset(this.#at, 4 + 2 * index);
    return offset === 0 ? 0 : this.#at + offset;
  }

  int8(index: number, fallback = 0): number {
    const at = this.#field(index);
    return at === 0 ? fallback : this.#bytes.readInt8(at);
  }

  int32(index: number, fallback = 0): number {
    const at = this.#field(index);
    return at === 0 ? fallback : this.#bytes.readInt32(at);
  }

  table(index: number): Table | undefined {
    const at = this.#field(index);
    return at === 0 ? undefined : new Table(this.#bytes, this.#bytes.__indirect(at));
  }

  tables(index: number): Table[] {
    const { start, length } = this.#vector(index);
    return Array.from({ length }, (_, k) => new Table(this.#bytes, this.#bytes.__indirect(start + 4 * k)));
  }

  int32s(index: number): number[] {
    const { start, length } = this.#vector(index);
    return Array.from({ length }, (_, k) => this.#bytes.readInt32(start + 4 * k));
  }

  uint16s(index: number): number[] {
    const { start, length } = this.#vector(index);
    return Array.from({ length }, (_, k) => this.#bytes.readUint16(start + 2 * k));
  }

  uint8s(index: number): Uint8Array {
    const { start, length } = this.#vector(index);
    return this.#bytes.bytes().subarray(start, start + length);
  }

  #vector(index: number): { start: number; length: number } {
    const at = this.#field(index);
    return at === 0 ? { start: 0, length: 0 } : { start: this.#bytes.__vector(at), length: this.#bytes.__vector_len(at) };
  }
}

export interface TfliteTensor {
  readonly shape: number[];
  /** 0 = float32, 1 = float16, 2 = int32. */
  readonly type: number;
  /** Stored bytes; empty for activations. */
  readonly data: Uint8Array;
  readonly sparsity?: Sparsity;
}

/** How a sparse constant is stored (TFLite `SparsityParameters`). */
export interface Sparsity {
  readonly traversalOrder: number[];
  readonly blockMap: number[];
  readonly dimensions: readonly ({ format: 'dense'; size: number } | { format: 'csr'; segments: number[]; indices: number[] })[];
}

export interface TfliteOperator {
  /** TFLite `BuiltinOperator`. */
  readonly code: number;
  readonly inputs: number[];
  readonly outputs: number[];
  readonly options: Table | undefined;
}

export interface TfliteModel {
  readonly tensors: TfliteTensor[];
  readonly operators: TfliteOperator[];
  readonly inputs: number[];
  readonly outputs: number[];
}

/** Reads the first subgraph of a `.tflite` file. */
export function readTflite(file: Uint8Array): TfliteModel {
  const bytes = new ByteBuffer(file);
  const model = new Table(bytes, bytes.readInt32(0));
  const buffers = model.tables(FIELD.model.buffers).map((buffer) => buffer.uint8s(FIELD.buffer.data));
  const codes = model.tables(FIELD.model.operatorCodes).map((code) => Math.max(code.int8(FIELD.operatorCode.deprecatedCode), code.int32(FIELD.operatorCode.code)));
  const [graph] = model.tables(FIELD.model.subgraphs);
  if (graph === undefined) throw new Error('the file holds no subgraph');
  return {
    tensors: graph.tables(FIELD.subgraph.tensors).map((tensor) => readTensor(tensor, buffers)),
    operators: graph.tables(FIELD.subgraph.operators).map((operator) => ({
      code: codes[operator.int32(FIELD.operator.opcodeIndex)] ?? -1,
      inputs: operator.int32s(FIELD.operator.inputs),
      outputs: operator.int32s(FIELD.operator.outputs),
      options: operator.table(FIELD.operator.options),
    })),
    inputs: graph.int32s(FIELD.subgraph.inputs),
    outputs: graph.int32s(FIELD.subgraph.outputs),
  };
}

function readTensor(tensor: Table, buffers: readonly Uint8Array[]): TfliteTensor {
  const sparsity = tensor.table(FIELD.tensor.sparsity);
  return {
    shape: tensor.int32s(FIELD.tensor.shape),
    type: tensor.int8(FIELD.tensor.type),
    data: buffers[tensor.int32(FIELD.tensor.buffer)] ?? new Uint8Array(),
    ...(sparsity && { sparsity: readSparsity(sparsity) }),
  };
}

function readSparsity(sparsity: Table): Sparsity {
  return {
    traversalOrder: sparsity.int32s(FIELD.sparsity.traversalOrder),
    blockMap: sparsity.int32s(FIELD.sparsity.blockMap),
    dimensions: sparsity.tables(FIELD.sparsity.dimensions).map((dimension) =>
      dimension.int8(FIELD.dimension.format) === 0
        ? { format: 'dense', size: dimension.int32(FIELD.dimension.denseSize) }
        : {
            format: 'csr',
            segments: readIndices(dimension, FIELD.dimension.segmentsType, FIELD.dimension.segments),
            indices: readIndices(dimension, FIELD.dimension.indicesType, FIELD.dimension.indices),
          }),
  };
}

/** Union `SparseIndexVector`: 1 = int32, 2 = uint16, 3 = uint8. */
function readIndices(dimension: Table, typeField: number, valueField: number): number[] {
  const vector = dimension.table(valueField);
  if (vector === undefined) return [];
  const type = dimension.int8(typeField);
  if (type === 1) return vector.int32s(0);
  return type === 2 ? vector.uint16s(0) : [...vector.uint8s(0)];
}
