import type { Sex } from './body-estimate.ts';
import type { BodyModel } from './body-model.ts';
import type { FactorGaussian } from './condition-gaussian.ts';
import { matrix } from './linear-algebra.ts';

/** First four bytes of the artifact: `VUAB`, little endian. */
export const BODY_MODEL_MAGIC = 0x42415556;
/** The only version of the header that this code reads. */
export const BODY_MODEL_VERSION = '2';
/** Name of the artifact's file in a size model (`size/1`). */
export const BODY_MODEL_FILE = 'body.bin';

/** What the artifact's JSON header holds: all but the shape model, which follows in binary. */
export interface BodyModelHeader extends Omit<BodyModel, 'shape'> {
  /** Variables and rank of the shape model. */
  readonly variables: number;
  readonly rank: number;
}

/**
 * Reads `artifacts/body/body.bin`: magic, byte length of the JSON header (uint32 each), the header padded with spaces
 * to a multiple of four, then for female and male: means, residual variances and row scales (float32 each, one a
 * variable) and the factor (int16, row by row, times its row's scale / 32767), padded to four bytes. All little endian.
 * @throws Error when the bytes are no such artifact, one of another version, or hold what is no number
 */
export function loadBodyModel(bytes: ArrayBuffer): BodyModel {
  const view = new DataView(bytes);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== BODY_MODEL_MAGIC) throw new Error('not a body model');
  const headerBytes = view.getUint32(4, true);
  if (8 + headerBytes > bytes.byteLength) throw new Error('body model is cut off');
  const { variables, rank, ...header } = JSON.parse(decodeAscii(new Uint8Array(bytes, 8, headerBytes))) as BodyModelHeader;
  if (header.version !== BODY_MODEL_VERSION) throw new Error('body model of another version');
  const sexBytes = Math.ceil((variables * (12 + 2 * rank)) / 4) * 4;
  if (bytes.byteLength !== 8 + headerBytes + 2 * sexBytes) throw new Error('body model is cut off');
  const shape = (sex: Sex): FactorGaussian => readShape(view, 8 + headerBytes + (sex === 'female' ? 0 : sexBytes), variables, rank);
  return { ...header, shape: { female: shape('female'), male: shape('male') } };
}

function readShape(view: DataView, offset: number, variables: number, rank: number): FactorGaussian {
  const floats = (block: number): Float64Array =>
    Float64Array.from({ length: variables }, (_, i) => view.getFloat32(offset + 4 * (block * variables + i), true));
  if (![0, 1, 2].every((block) => floats(block).every(Number.isFinite))) throw new Error('body model holds what is no number');
  const scale = floats(2);
  const at = (row: number, column: number): number => view.getInt16(offset + 12 * variables + 2 * (row * rank + column), true);
  return {
    mean: floats(0),
    residualVariance: floats(1),
    factor: matrix(variables, rank, (row, column) => (at(row, column) * (scale[row] as number)) / 32767),
  };
}

/** The header is plain ASCII; no TextDecoder, which is not part of the language. */
function decodeAscii(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return text;
}
