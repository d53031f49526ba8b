import type { SequenceShape } from './sequence-shape.ts';
import { type TensorData, encodeTensors } from './tensor-file.ts';

/** Head of model.bin. */
export interface ModelHeader {
  readonly shape: SequenceShape;
  /** Lower-case hexadecimal, of vocabulary.json: weights know items by their places there, and in another order each would stand for another. */
  readonly vocabularySha256: string;
}

/** model.bin of quantized tensors. */
export const encodeModel = (header: ModelHeader, tensors: Readonly<Record<string, TensorData>>): Uint8Array => encodeTensors({ header, tensors });
