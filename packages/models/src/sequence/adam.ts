import type { Parameters } from './parameter-shapes.ts';

const FIRST_DECAY = 0.9;
const SECOND_DECAY = 0.999;
const EPSILON = 1e-8;

/** Running means of gradients and of their squares. */
export interface AdamState {
  readonly first: Parameters;
  readonly second: Parameters;
}

/** Rows of a table that a step touched; other rows have no gradient and rest. */
export interface TouchedRows {
  readonly table: string;
  readonly rows: Int32Array;
  readonly width: number;
}

export function emptyAdam(parameters: Parameters): AdamState {
  const zeros = (): Parameters => Object.fromEntries(Object.entries(parameters).map(([name, { length }]) => [name, new Float32Array(length)]));
  return { first: zeros(), second: zeros() };
}

/** One step of Adam, in place. @param step from 0 @param scale gradients are multiplied by it, for clipping */
export function stepAdam(parameters: Parameters, gradients: Parameters, state: AdamState, step: number, rate: number, scale: number, touched?: TouchedRows): void {
  const pace = rate * Math.sqrt(1 - SECOND_DECAY ** (step + 1)) / (1 - FIRST_DECAY ** (step + 1));
  for (const [name, values] of Object.entries(parameters)) {
    const parts = [values, gradients[name], state.first[name], state.second[name]];
    if (touched?.table === name) for (const row of touched.rows) update(parts, row * touched.width, (row + 1) * touched.width, pace, scale);
    else update(parts, 0, values.length, pace, scale);
  }
}

function update([values, gradient, first, second]: readonly (Float32Array | undefined)[], from: number, to: number, pace: number, scale: number): void {
  if (values === undefined || gradient === undefined || first === undefined || second === undefined) throw new Error('a parameter without gradient or state');
  for (let k = from; k < to; k += 1) {
    const slope = (gradient[k] as number) * scale;
    const mean = first[k] = FIRST_DECAY * (first[k] as number) + (1 - FIRST_DECAY) * slope;
    const square = second[k] = SECOND_DECAY * (second[k] as number) + (1 - SECOND_DECAY) * slope * slope;
    values[k] = (values[k] as number) - pace * mean / (Math.sqrt(square) + EPSILON);
  }
}

/** Factor that shortens a gradient to at most `longest`. */
export function clipScale(gradients: Parameters, longest: number, touched?: TouchedRows): number {
  let squares = 0;
  for (const [name, values] of Object.entries(gradients)) {
    if (touched?.table === name) for (const row of touched.rows) squares += sumOfSquares(values, row * touched.width, (row + 1) * touched.width);
    else squares += sumOfSquares(values, 0, values.length);
  }
  return Math.min(1, longest / Math.sqrt(squares));
}

function sumOfSquares(values: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let k = from; k < to; k += 1) sum += (values[k] as number) ** 2;
  return sum;
}
