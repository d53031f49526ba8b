import { expect, it } from 'vitest';
import { decodeTensors, encodeTensors } from './tensor-file.ts';

const file = { header: { name: 'x' }, tensors: { a: Float32Array.of(1, 2.5), b: new Float32Array(0), c: Int8Array.of(-3, 4, 5), d: Uint16Array.of(65_535), e: Int32Array.of(-1), f: Uint8Array.of(255) } };

it('a tensor file gives back what went in, from anywhere in memory', () => {
  const bytes = encodeTensors(file);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(decodeTensors(shifted.subarray(1))).toEqual(file);
  expect(decodeTensors(Buffer.from(bytes))).toEqual(file);
});

it('anything else is refused', () => {
  const bytes = encodeTensors(file);
  for (const wrong of [new Uint8Array(0), bytes.subarray(0, 20), bytes.subarray(0, bytes.length - 4), Uint8Array.from(bytes, (byte, k) => (k === 0 ? 0 : byte))]) expect(decodeTensors(wrong)).toBeUndefined();
});
