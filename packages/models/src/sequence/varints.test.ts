import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readVarints, writeVarints } from './varints.ts';

const LARGEST = 2 ** 31 - 1;

it('numbers come back', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.nat(300), fc.nat(LARGEST))), (values) => {
    expect([...readVarints(writeVarints(values)) ?? []]).toEqual(values);
  }));
});

it('small numbers take one byte, the largest five', () => {
  expect([0, 127, 128, 16_383, 16_384, LARGEST].map((value) => writeVarints([value]).length)).toEqual([1, 1, 2, 2, 3, 5]);
});

it('what is cut off or too large is refused', () => {
  fc.assert(fc.property(fc.integer({ min: 128, max: LARGEST }), (value) => {
    expect(readVarints(writeVarints([5, value]).slice(0, -1))).toBeUndefined();
  }));
  expect(readVarints(Uint8Array.of(255, 255, 255, 255, 8))).toBeUndefined();
  expect(readVarints(Uint8Array.of(128, 128, 128, 128, 128, 0))).toBeUndefined();
});

it('any bytes are read or refused', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    expect(readVarints(bytes)?.every((value) => value >= 0) ?? true).toBe(true);
  }));
});
