import type { TensorData } from './tensor-file.ts';

/** Sequences of items as two arrays. */
export function packSequences(sequences: readonly Int32Array[]): Readonly<Record<string, TensorData>> {
  const items = new Int32Array(sequences.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sequence of sequences) {
    items.set(sequence, at);
    at += sequence.length;
  }
  return { lengths: Int32Array.from(sequences, ({ length }) => length), items };
}

/** Undefined where the arrays are none of ours. */
export function unpackSequences({ lengths, items }: Readonly<Record<string, TensorData>>): Int32Array[] | undefined {
  if (!(lengths instanceof Int32Array) || !(items instanceof Int32Array)) return undefined;
  let at = 0;
  const sequences = Array.from(lengths, (length) => items.slice(at, at += length));
  return at === items.length ? sequences : undefined;
}
