/** A row times a matrix [from, to], plus a bias: the loop runs along rows of the matrix, as they lie in memory. */
export function affine(input: Float32Array, { weight, bias }: Affine, into: Float32Array): void {
  into.set(bias);
  const columns = into.length;
  for (let i = 0; i < input.length; i += 1) {
    const factor = input[i] as number;
    if (factor === 0) continue;
    for (let j = 0, at = i * columns; j < columns; j += 1, at += 1) into[j] = (into[j] as number) + factor * (weight[at] as number);
  }
}

export interface Affine {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

export interface Norm {
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

/** Layer normalization of one row. */
export function normalize(input: Float32Array, { gain, bias }: Norm, epsilon: number, into: Float32Array): void {
  const n = input.length;
  let [mean, variance] = [0, 0];
  for (const value of input) mean += value / n;
  for (const value of input) variance += (value - mean) ** 2 / n;
  const scale = 1 / Math.sqrt(variance + epsilon);
  for (let k = 0; k < n; k += 1) into[k] = ((input[k] as number) - mean) * scale * (gain[k] as number) + (bias[k] as number);
}

/** Product of `length` numbers of two arrays from given places. */
export function dot(left: Float32Array, leftAt: number, right: Float32Array, rightAt: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += (left[leftAt + k] as number) * (right[rightAt + k] as number);
  return sum;
}

/** Adds `values` to `into`. */
export function addTo(into: Float32Array, values: Float32Array): void {
  for (let k = 0; k < into.length; k += 1) into[k] = (into[k] as number) + (values[k] as number);
}
