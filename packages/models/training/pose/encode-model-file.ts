import { channelsOf, MODEL_FILE_MAGIC, type ModelFileHeader, sizeOf, type WeightEncoding } from '../../src/pose/index.ts';
import type { ConvertedModel } from './convert-graph.ts';

/** Writes a model file as `readModelFile` reads it. */
export function encodeModelFile({ graph, weights }: ConvertedModel, encoding: WeightEncoding): Uint8Array {
  const scales: number[] = [];
  const biases: number[] = [];
  const words: Uint16Array[] = [];
  for (const [index, { role, shape }] of graph.weights.entries()) {
    const values = weights[index] ?? new Float32Array();
    if (role === 'bias') biases.push(...halfBits(values));
    else if (encoding.kind === 'half') words.push(halfBits(values));
    else {
      const channelScales = scalesOf(values, channelsOf(role, shape), encoding.limit);
      scales.push(...channelScales);
      words.push(quantize(values, channelScales, encoding.limit));
    }
  }
  const filters = graph.weights.reduce((sum, { role, shape }) => sum + (role === 'bias' ? 0 : sizeOf(shape)), 0);
  const low = new Uint8Array(filters);
  const high = new Uint8Array(filters);
  let at = 0;
  for (const word of words.flatMap((chunk) => [...chunk])) {
    low[at] = word & 255;
    high[at++] = word >> 8;
  }
  return Buffer.concat([prefix({ encoding, graph }), bytesOf(Float32Array.from(scales)), bytesOf(Uint16Array.from(biases)), low, high]);
}

function prefix(header: ModelFileHeader): Uint8Array {
  const json = JSON.stringify(header);
  const padded = Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4), 'ascii');
  const start = new Uint32Array([MODEL_FILE_MAGIC, padded.length]);
  return Buffer.concat([bytesOf(start), padded]);
}

/** Symmetric scale per channel: the largest magnitude becomes `limit`. */
function scalesOf(values: Float32Array, channels: number, limit: number): Float32Array {
  const largest = new Float32Array(channels);
  for (const [index, value] of values.entries()) largest[index % channels] = Math.max(largest[index % channels] ?? 0, Math.abs(value));
  return largest.map((magnitude) => magnitude / limit);
}

function quantize(values: Float32Array, scales: Float32Array, limit: number): Uint16Array {
  return Uint16Array.from(values, (value, index) => {
    const scale = scales[index % scales.length] ?? 0;
    return (scale === 0 ? 0 : Math.round(value / scale)) + limit;
  });
}

function halfBits(values: Float32Array): Uint16Array {
  return new Uint16Array(Float16Array.from(values).buffer);
}

function bytesOf(array: Float32Array | Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
