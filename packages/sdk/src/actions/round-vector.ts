const DIGITS = 3;

/** A session's vector as it may leave the device: three significant digits, enough for the same list and too few to tell sessions apart by the last bits. */
export const roundVector = (vector: Float32Array): readonly number[] => Array.from(vector, (value) => Number(value.toPrecision(DIGITS)));
