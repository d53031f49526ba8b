const [BITS, MORE] = [7, 128];
/** Bits of the largest number: what Int32Array holds. */
const LARGEST_BITS = 31;

/** Whole numbers from 0, the small ones in one byte: seven bits a byte, the lowest first, the eighth says that more follow. */
export function writeVarints(values: Iterable<number>): Uint8Array {
  const bytes: number[] = [];
  for (const value of values) {
    let rest = value;
    for (; rest >= MORE; rest >>>= BITS) bytes.push((rest & (MORE - 1)) | MORE);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** Undefined where the last number is cut off, or one is larger than 2^31 - 1. */
export function readVarints(bytes: Uint8Array): Int32Array | undefined {
  const values: number[] = [];
  let [value, shift] = [0, 0];
  for (const byte of bytes) {
    value += (byte & (MORE - 1)) * 2 ** shift;
    if (value >= 2 ** LARGEST_BITS || shift >= LARGEST_BITS) return undefined;
    if (byte >= MORE) {
      shift += BITS;
    } else {
      values.push(value);
      [value, shift] = [0, 0];
    }
  }
  return shift === 0 ? Int32Array.from(values) : undefined;
}
