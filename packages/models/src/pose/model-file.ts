import type { Graph } from './graph.ts';

/** First four bytes of a model file, `VUA1` in little-endian ASCII. */
export const MODEL_FILE_MAGIC = 0x31415556;

/** `quantized`: whole numbers with a float32 scale per output channel; `half`: half floats. Biases are half floats in both. */
export type WeightEncoding =
  | { readonly kind: 'half' }
  /** Weights are -limit..limit: 511 = 10 bits. */
  | { readonly kind: 'quantized'; readonly limit: number };

export interface ModelFileHeader {
  readonly encoding: WeightEncoding;
  readonly graph: Graph;
}

export interface PoseModel {
  readonly graph: Graph;
  /** One for each of `graph.weights`, in its layout. */
  readonly weights: readonly Float32Array[];
}

/**
 * Reads a model file: magic, header length (uint32), header (JSON, padded to 4 bytes), then planes:
 * channel scales (float32, quantized files only), biases (uint16 half floats), low bytes of all filters, high bytes of all filters.
 * Byte planes compress better than interleaved words.
 * @throws Error when the file is not a model file or is cut.
 */
export function readModelFile(file: ArrayBuffer): PoseModel {
  const view = new DataView(file);
  if (file.byteLength < 8 || view.getUint32(0, true) !== MODEL_FILE_MAGIC) throw new Error('not a Vừa model file');
  const headerBytes = view.getUint32(4, true);
  const header = JSON.parse(utf8(new Uint8Array(file, 8, headerBytes))) as ModelFileHeader;
  const { graph } = header;
  const count = (roles: readonly string[], of: (shape: readonly number[]) => number) =>
    graph.weights.reduce((sum, { role, shape }) => sum + (roles.includes(role) ? of(shape) : 0), 0);
  const filters = count(['filter', 'depthwise-filter'], sizeOf);
  const scaleCount = header.encoding.kind === 'quantized' ? graph.weights.reduce((sum, { role, shape }) => sum + (role === 'bias' ? 0 : channelsOf(role, shape)), 0) : 0;
  const scalesAt = 8 + headerBytes;
  const biasesAt = scalesAt + 4 * scaleCount;
  const lowAt = biasesAt + 2 * count(['bias'], sizeOf);
  if (file.byteLength !== lowAt + 2 * filters) throw new Error(`model file has ${file.byteLength} bytes, expected ${lowAt + 2 * filters}`);
  const planes: Planes = {
    scales: new Float32Array(file.slice(scalesAt, biasesAt)),
    biases: new Uint16Array(file.slice(biasesAt, lowAt)),
    low: new Uint8Array(file, lowAt, filters),
    high: new Uint8Array(file, lowAt + filters, filters),
  };
  return { graph, weights: readWeights(header, planes) };
}

interface Planes {
  readonly scales: Float32Array;
  readonly biases: Uint16Array;
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

function readWeights({ encoding, graph }: ModelFileHeader, planes: Planes): Float32Array[] {
  let scaleAt = 0;
  let biasAt = 0;
  let filterAt = 0;
  return graph.weights.map(({ role, shape }) => {
    const size = sizeOf(shape);
    if (role === 'bias') {
      biasAt += size;
      return fromHalves(planes.biases.subarray(biasAt - size, biasAt));
    }
    filterAt += size;
    const words = wordsOf(planes, filterAt - size, size);
    if (encoding.kind === 'half') return fromHalves(words);
    const channels = channelsOf(role, shape);
    scaleAt += channels;
    return dequantize(words, planes.scales.subarray(scaleAt - channels, scaleAt), encoding.limit);
  });
}

// Loops, not `Float32Array.from` with a function: that goes through a list of boxed numbers, 60 MB for these models.
function dequantize(words: Uint16Array, scales: Float32Array, limit: number): Float32Array {
  const values = new Float32Array(words.length);
  for (let at = 0; at < words.length; at += scales.length) {
    for (let channel = 0; channel < scales.length; channel++) {
      values[at + channel] = ((words[at + channel] ?? limit) - limit) * (scales[channel] ?? 0);
    }
  }
  return values;
}

function fromHalves(words: Uint16Array): Float32Array {
  const values = new Float32Array(words.length);
  for (let at = 0; at < words.length; at++) values[at] = fromHalf(words[at] ?? 0);
  return values;
}

function wordsOf({ low, high }: Planes, start: number, size: number): Uint16Array {
  const words = new Uint16Array(size);
  for (let k = 0; k < size; k++) words[k] = (low[start + k] ?? 0) | ((high[start + k] ?? 0) << 8);
  return words;
}

/** How many scales a filter has; the scaled channel is the fastest-running one in both layouts. */
export function channelsOf(role: 'filter' | 'depthwise-filter', shape: readonly number[]): number {
  return shape[role === 'filter' ? 3 : 2] ?? 0;
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** IEEE 754 half float bits -> number. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

// ASCII only: TextDecoder is not part of the language.
function utf8(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
