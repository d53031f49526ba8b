import type { Parameters } from '@vua/models/sequence';

/** Sequences of items as two arrays; item numbers below 2^24 are exact in float32. */
export function packSequences(sequences: readonly Int32Array[]): Parameters {
  const items = new Float32Array(sequences.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sequence of sequences) {
    items.set(sequence, at);
    at += sequence.length;
  }
  return { lengths: Float32Array.from(sequences, ({ length }) => length), items };
}

export function unpackSequences({ lengths = new Float32Array(0), items = new Float32Array(0) }: Parameters): Int32Array[] {
  let at = 0;
  return Array.from(lengths, (length) => Int32Array.from(items.subarray(at, at += length)));
}
