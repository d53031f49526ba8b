const FIRST = 1024;

interface Buffers {
  readonly int32: Int32Array;
  readonly float64: Float64Array;
  readonly uint8: Uint8Array;
}

const KINDS = { int32: Int32Array, float64: Float64Array, uint8: Uint8Array } as const;

/** A column of numbers that grows outside the heap: four, eight or one byte each. */
export interface GrowingColumn<Kind extends keyof Buffers> {
  readonly push: (value: number) => void;
  /** What was pushed so far; a view that the next push may leave behind. */
  readonly values: () => Buffers[Kind];
}

export function createColumn<Kind extends keyof Buffers>(kind: Kind): GrowingColumn<Kind> {
  let [buffer, length] = [new KINDS[kind](FIRST), 0];
  return {
    push: (value) => {
      if (length === buffer.length) {
        const larger = new KINDS[kind](2 * length);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[length] = value;
      length += 1;
    },
    values: () => buffer.subarray(0, length) as Buffers[Kind],
  };
}
