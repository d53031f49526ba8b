import type { Graph, GraphNode, Padding } from '../../src/pose/index.ts';
import { densify } from './densify.ts';
import type { Table, TfliteModel, TfliteOperator, TfliteTensor } from './tflite-reader.ts';

/** TFLite `BuiltinOperator` codes of the operations in the pose models. */
const CODE = {
  add: 0, concat: 2, conv: 3, depthwise: 4, depthToSpace: 5, dequantize: 6, logistic: 14, maxPool: 17, reshape: 22, resize: 23, pad: 34, densify: 124,
} as const;

/** TFLite `ActivationFunctionType`. */
const ACTIVATION = { none: 0, relu6: 3 } as const;

/** A graph and its weights as float32, in the graph's layout. All values are half floats exactly, as in the source. */
export interface ConvertedModel {
  readonly graph: Graph;
  readonly weights: readonly Float32Array[];
}

/** Rewrites a TFLite model: constants expanded and re-laid, spatial padding folded into the operation that follows. */
export function convertGraph(model: TfliteModel): ConvertedModel {
  const converter = new GraphConverter(model);
  return converter.convert();
}

class GraphConverter {
  readonly #model: TfliteModel;
  readonly #constants = new Map<number, Float32Array>();
  readonly #activations = new Map<number, number>();
  /** Output tensor of a spatial PAD -> its input and its pixels, folded into the reader. */
  readonly #pads = new Map<number, { x: number; padding: Padding }>();
  readonly #nodes: GraphNode[] = [];
  readonly #weightSpecs: Graph['weights'][number][] = [];
  readonly #weights: Float32Array[] = [];

  constructor(model: TfliteModel) {
    this.#model = model;
    const [input] = model.inputs;
    if (input === undefined) throw new Error('the model has no input');
    this.#activations.set(input, 0);
  }

  convert(): ConvertedModel {
    for (const operator of this.#model.operators) this.#operator(operator);
    const [input = 0] = this.#model.inputs;
    return {
      graph: { inputShape: this.#tensor(input).shape, nodes: this.#nodes, outputs: this.#model.outputs.map((t) => this.#read(t)), weights: this.#weightSpecs },
      weights: this.#weights,
    };
  }

  #operator(operator: TfliteOperator): void {
    const [first = -1, second = -1, third = -1] = operator.inputs;
    const options = operator.options;
    const [out = -1] = operator.outputs;
    switch (operator.code) {
      case CODE.dequantize:
      case CODE.densify: {
        this.#constants.set(out, this.#constant(first));
        return;
      }
      case CODE.conv:
      case CODE.depthwise: return this.#convolution(operator);
      case CODE.pad: return this.#pad(first, second, out);
      case CODE.add: return this.#emit({ op: 'add', a: this.#read(first), b: this.#read(second), relu6: isRelu6(options, 0), out: this.#write(out) });
      case CODE.resize: return this.#emit({ op: 'resize', x: this.#read(first), size: this.#resizeTo(second), halfPixel: (options?.int8(3) ?? 0) !== 0, out: this.#write(out) });
      case CODE.maxPool: {
        const { x, padding } = this.#padded(first, options);
        return this.#emit({ op: 'max-pool', x, window: options?.int32(3) ?? 1, stride: options?.int32(1) ?? 1, padding, out: this.#write(out) });
      }
      case CODE.depthToSpace: return this.#emit({ op: 'depth-to-space', x: this.#read(first), block: options?.int32(0) ?? 1, out: this.#write(out) });
      case CODE.reshape: return this.#emit({ op: 'reshape', x: this.#read(first), shape: this.#tensor(out).shape, out: this.#write(out) });
      case CODE.concat: return this.#emit({ op: 'concat', inputs: operator.inputs.map((t) => this.#read(t)), axis: options?.int32(0) ?? 0, out: this.#write(out) });
      case CODE.logistic: return this.#emit({ op: 'sigmoid', x: this.#read(first), out: this.#write(out) });
      default: throw new Error(`operator ${operator.code} is not one of the pose models' (inputs ${operator.inputs.join(', ')}, third ${third})`);
    }
  }

  #convolution({ code, inputs, outputs, options }: TfliteOperator): void {
    const [input = -1, filter = -1, bias = -1] = inputs;
    const depthwise = code === CODE.depthwise;
    const { x, padding } = this.#padded(input, options);
    const activation = depthwise ? 4 : 3;
    this.#emit({
      op: depthwise ? 'depthwise' : 'conv', x, padding,
      filter: this.#filter(filter, depthwise), bias: this.#bias(bias),
      stride: options?.int32(1, 1) ?? 1, relu6: isRelu6(options, activation), out: this.#write(outputs[0] ?? -1),
    });
  }

  /** OHWI -> HWIO; depthwise 1HWC -> HWC1. Both are the transpose (1, 2, 3, 0). */
  #filter(tensor: number, depthwise: boolean): number {
    const [o = 1, h = 1, w = 1, i = 1] = this.#tensor(tensor).shape;
    const source = this.#constant(tensor);
    const target = new Float32Array(source.length);
    const inner = h * w * i;
    for (let out = 0; out < o; out++) for (let k = 0; k < inner; k++) target[k * o + out] = source[out * inner + k] ?? 0;
    return this.#addWeight(depthwise ? 'depthwise-filter' : 'filter', [h, w, i, o], target);
  }

  #bias(tensor: number): number {
    return this.#addWeight('bias', this.#tensor(tensor).shape, this.#constant(tensor));
  }

  #addWeight(role: Graph['weights'][number]['role'], shape: readonly number[], values: Float32Array): number {
    this.#weightSpecs.push({ role, shape });
    return this.#weights.push(values) - 1;
  }

  #pad(input: number, paddingTensor: number, out: number): void {
    const flat = new Int32Array(this.#tensor(paddingTensor).data.slice().buffer);
    const pairs = Array.from({ length: flat.length / 2 }, (_, k): [number, number] => [flat[2 * k] ?? 0, flat[2 * k + 1] ?? 0]);
    const [batch, rows, columns, channels] = pairs;
    if (batch === undefined || rows === undefined || columns === undefined || channels === undefined) throw new Error('padding must have four axes');
    if (channels[0] === 0 && channels[1] === 0) this.#pads.set(out, { x: this.#read(input), padding: [rows, columns] });
    else this.#emit({ op: 'pad', x: this.#read(input), paddings: pairs, out: this.#write(out) });
  }

  #padded(tensor: number, options: Table | undefined): { x: number; padding: Padding } {
    const folded = this.#pads.get(tensor);
    if (folded) return folded;
    return { x: this.#read(tensor), padding: (options?.int8(0) ?? 0) === 0 ? 'same' : 'valid' };
  }

  #resizeTo(tensor: number): [number, number] {
    const [height = 0, width = 0] = new Int32Array(this.#tensor(tensor).data.slice().buffer);
    return [height, width];
  }

  #constant(index: number): Float32Array {
    const known = this.#constants.get(index);
    if (known) return known;
    const { data, type, shape, sparsity } = this.#tensor(index);
    const values = valuesOf(data, type);
    return sparsity ? densify(values, shape, sparsity) : values;
  }

  #tensor(index: number): TfliteTensor {
    const tensor = this.#model.tensors[index];
    if (tensor === undefined) throw new Error(`the model has no tensor ${index}`);
    return tensor;
  }

  #read(tensor: number): number {
    const activation = this.#activations.get(tensor);
    if (activation === undefined) throw new Error(`tensor ${tensor} is read before it is written`);
    return activation;
  }

  #write(tensor: number): number {
    this.#activations.set(tensor, this.#activations.size);
    return this.#activations.size - 1;
  }

  #emit(node: GraphNode): void {
    this.#nodes.push(node);
  }
}

function isRelu6(options: Table | undefined, field: number): boolean {
  const activation = options?.int8(field) ?? ACTIVATION.none;
  if (activation !== ACTIVATION.none && activation !== ACTIVATION.relu6) throw new Error(`activation ${activation} is not one of the pose models'`);
  return activation === ACTIVATION.relu6;
}

function valuesOf(data: Uint8Array, type: number): Float32Array {
  const bytes = data.slice().buffer;
  if (type === 0) return new Float32Array(bytes);
  if (type === 1) return Float32Array.from(new Float16Array(bytes));
  throw new Error(`tensor type ${type} holds no weights`);
}
