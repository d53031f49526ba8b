import { describe, expect, it } from 'vitest';
import { floatField, writeMessage } from './wire-writer.ts';

/** Values from protobuf's description of its encoding. */
describe('writeMessage', () => {
  it('writes varints', () => {
    expect([...writeMessage([[1, 150]])]).toEqual([0x08, 0x96, 0x01]);
    expect([...writeMessage([[1, 0]])]).toEqual([0x08, 0]);
    expect([...writeMessage([[1, -2]])]).toEqual([0x08, 0xfe, ...Array<number>(8).fill(0xff), 0x01]);
  });

  it('writes text, bytes and messages with their length', () => {
    expect([...writeMessage([[2, 'testing']])]).toEqual([0x12, 7, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
    expect([...writeMessage([[3, [[1, 150]]]])]).toEqual([0x1a, 3, 0x08, 0x96, 0x01]);
    expect([...writeMessage([[16, Uint8Array.of(9)]])]).toEqual([0x82, 0x01, 1, 9]);
  });

  it('writes floats', () => {
    expect([...floatField(2, 1)]).toEqual([0x15, 0, 0, 0x80, 0x3f]);
  });
});
