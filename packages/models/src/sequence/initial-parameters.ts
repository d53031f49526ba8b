import { type Parameters, parameterShapes } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';

const EMBEDDING_SPREAD = 0.02;
/** What a block adds is small at first, or else it would drown the embeddings: less loss after the same 340 steps on ML-1M. */
const ADDED_SHARE = 0.1;
/** So is what the head for the next event's type makes of the hidden states: it would have to unlearn it first. */
const ADDED = ['.mix.weight', '.narrow.weight', 'events.weight'];

/** Untrained parameters: small normal tables, Glorot-normal matrices, gains of 1, biases of 0. @param normal gives standard normal numbers */
export function initialParameters(shape: SequenceShape, normal: () => number): Parameters {
  return Object.fromEntries(Object.entries(parameterShapes(shape)).map(([name, sizes]) => [name, initial(name, sizes, normal)]));
}

function initial(name: string, sizes: readonly number[], normal: () => number): Float32Array {
  const [rows = 1, columns = 1] = sizes;
  const values = new Float32Array(rows * columns);
  if (name.endsWith('.gain')) return values.fill(1);
  if (name.endsWith('.bias')) return values;
  const share = ADDED.some((end) => name.endsWith(end)) ? ADDED_SHARE : 1;
  const spread = name.endsWith('.weight') ? share * Math.sqrt(2 / (rows + columns)) : EMBEDDING_SPREAD;
  return values.map(() => spread * normal());
}
