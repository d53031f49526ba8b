import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Graph, readModelFile, sizeOf } from '../../src/pose/index.ts';
import { encodeModelFile } from './encode-model-file.ts';

const weights: Graph['weights'] = [
  { role: 'filter', shape: [1, 2, 3, 4] },
  { role: 'bias', shape: [4] },
  { role: 'depthwise-filter', shape: [2, 2, 3, 1] },
  { role: 'bias', shape: [3] },
];
const graph: Graph = { inputShape: [1, 2, 2, 3], nodes: [{ op: 'sigmoid', x: 0, out: 1 }], outputs: [1], weights };
const total = weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);

function split(flat: readonly number[]): Float32Array[] {
  let at = 0;
  return weights.map(({ shape }) => Float32Array.from(flat.slice(at, (at += sizeOf(shape)))));
}
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const half = fc.integer({ min: 0, max: 0x7bff }).chain((bits) => fc.constantFrom(bits, bits | 0x8000)).map((bits) => new Float16Array(Uint16Array.of(bits).buffer)[0] ?? 0);

describe('a model file', () => {
  it('keeps half floats to the bit, zeros and subnormals too', () => {
    fc.assert(fc.property(fc.array(half, { minLength: total, maxLength: total }), (flat) => {
      const file = encodeModelFile({ graph, weights: split(flat) }, { kind: 'half' });
      const model = readModelFile(bufferOf(file));
      expect(model.graph).toEqual(graph);
      expect(model.weights.flatMap((values) => [...values])).toEqual(flat);
    }));
  });

  it('keeps quantized filters within half a step of their channel, biases as half floats', () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(fc.property(fc.array(value, { minLength: total, maxLength: total }), (flat) => {
      const source = split(flat);
      const read = readModelFile(bufferOf(encodeModelFile({ graph, weights: source }, { kind: 'quantized', limit: 511 })));
      for (const [index, { role, shape }] of weights.entries()) {
        const channels = role === 'bias' ? 1 : (shape[role === 'filter' ? 3 : 2] ?? 1);
        const [from, to] = [source[index] ?? [], read.weights[index] ?? []];
        for (const [k, one] of from.entries()) {
          const most = Math.max(...Array.from(from).filter((_, other) => other % channels === k % channels).map(Math.abs));
          const limit = role === 'bias' ? Math.abs(one) / 2048 + 1e-7 : most / 511 / 2 + 1e-5;
          expect(Math.abs((to[k] ?? NaN) - one)).toBeLessThanOrEqual(limit);
        }
      }
    }), { numRuns: 50 });
  });

  it('is refused when it is cut, longer, or something else', () => {
    const file = encodeModelFile({ graph, weights: split(new Array<number>(total).fill(1)) }, { kind: 'half' });
    expect(() => readModelFile(bufferOf(file.subarray(0, file.length - 1)))).toThrow('bytes, expected');
    expect(() => readModelFile(bufferOf(Buffer.concat([file, new Uint8Array(1)])))).toThrow('bytes, expected');
    expect(() => readModelFile(new ArrayBuffer(4))).toThrow('not a Vừa model file');
    expect(() => readModelFile(bufferOf(Buffer.from('<!doctype html>')))).toThrow('not a Vừa model file');
  });
});
