/** A dense matrix, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

export function matrix(rows: number, columns: number, at: (row: number, column: number) => number = () => 0): Matrix {
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < data.length; i += 1) data[i] = at(Math.floor(i / columns), i % columns);
  return { rows, columns, data };
}

export function cell(m: Matrix, row: number, column: number): number {
  return m.data[row * m.columns + column] as number;
}

/** a b^T: rows of `a` against rows of `b`. */
export function timesTransposed(a: Matrix, b: Matrix): Matrix {
  const out = matrix(a.rows, b.rows);
  for (let i = 0; i < a.rows; i += 1) {
    for (let j = 0; j < b.rows; j += 1) out.data[i * b.rows + j] = dotRows(a, i, b, j);
  }
  return out;
}

function dotRows(a: Matrix, i: number, b: Matrix, j: number): number {
  let sum = 0;
  for (let k = 0; k < a.columns; k += 1) sum += (a.data[i * a.columns + k] as number) * (b.data[j * b.columns + k] as number);
  return sum;
}

/** The rows of `m` in the order of `indices`. */
export function pickRows(m: Matrix, indices: readonly number[]): Matrix {
  const out = matrix(indices.length, m.columns);
  indices.forEach((row, i) => out.data.set(m.data.subarray(row * m.columns, (row + 1) * m.columns), i * m.columns));
  return out;
}

/** Lower triangle L with L L^T = m. Throws when `m` is not positive definite. */
export function cholesky(m: Matrix): Matrix {
  const n = m.rows;
  const out = matrix(n, n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = m.data[i * n + j] as number;
      for (let k = 0; k < j; k += 1) sum -= (out.data[i * n + k] as number) * (out.data[j * n + k] as number);
      if (i === j && !(sum > 0)) throw new Error(`matrix is not positive definite at row ${i}`);
      out.data[i * n + j] = i === j ? Math.sqrt(sum) : sum / (out.data[j * n + j] as number);
    }
  }
  return out;
}

/** Solves L y = b. */
export function solveLower(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const n = lower.rows;
  const y = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    let sum = b[i] as number;
    for (let k = 0; k < i; k += 1) sum -= (lower.data[i * n + k] as number) * (y[k] as number);
    y[i] = sum / (lower.data[i * n + i] as number);
  }
  return y;
}

/** Solves L^T x = y. */
function solveUpper(lower: Matrix, y: ArrayLike<number>): Float64Array {
  const n = lower.rows;
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = y[i] as number;
    for (let k = i + 1; k < n; k += 1) sum -= (lower.data[k * n + i] as number) * (x[k] as number);
    x[i] = sum / (lower.data[i * n + i] as number);
  }
  return x;
}

/** Solves (L L^T) x = b. */
export function solveCholesky(lower: Matrix, b: ArrayLike<number>): Float64Array {
  return solveUpper(lower, solveLower(lower, b));
}
