import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { tabulate } from '../numbers.ts';
import { createScratch } from '../scratch.ts';
import { CHANGE_WEEKS } from '../trend-series.ts';
import type { TrendMember } from './trend-member.ts';
import { WINDOW_WEEKS, fromScale, toScale, windowFeatures, windowScale } from './ridge-window.ts';

/** One row of weights (constant first, then 104 weeks) for each of the 13 weeks ahead. */
export type RidgeWeights = readonly (readonly number[])[];

const FEATURES = WINDOW_WEEKS + 1;
/** Penalty per window, chosen on HERMES to the end of 2018. */
const PENALTY = 0.03;
const MIN_WINDOWS = 50;
const beginScratch = createScratch();

/** One linear model of what follows 104 weeks, learned from all series together; undefined where they are too short or few. */
export function fitPooledRidge(histories: readonly Float64Array[]): RidgeWeights | undefined {
  const gram = new Matrix(FEATURES, FEATURES);
  const right = new Matrix(FEATURES, CHANGE_WEEKS);
  let windows = 0;
  for (const history of histories) {
    for (let end = WINDOW_WEEKS; end + CHANGE_WEEKS <= history.length; end += 1) windows += addWindow(gram, right, history, end);
  }
  if (windows < MIN_WINDOWS) return undefined;
  mirror(gram);
  for (let i = 1; i < FEATURES; i += 1) gram.set(i, i, gram.get(i, i) + PENALTY * windows);
  return new CholeskyDecomposition(gram).solve(right).transpose().to2DArray();
}

function addWindow(gram: Matrix, right: Matrix, history: Float64Array, end: number): 0 | 1 {
  const scale = windowScale(history, end);
  if (scale === undefined) return 0;
  const row = windowFeatures(history, end, scale, beginScratch());
  const targets = Array.from({ length: CHANGE_WEEKS }, (_, h) => toScale(history[end + h] as number, scale));
  for (let i = 0; i < FEATURES; i += 1) {
    const value = row[i] as number;
    for (let j = 0; j <= i; j += 1) gram.set(i, j, gram.get(i, j) + value * (row[j] as number));
    for (let h = 0; h < CHANGE_WEEKS; h += 1) right.set(i, h, right.get(i, h) + value * (targets[h] as number));
  }
  return 1;
}

function mirror(gram: Matrix): void {
  for (let i = 0; i < FEATURES; i += 1) for (let j = 0; j < i; j += 1) gram.set(j, i, gram.get(i, j));
}

/** The pooled ridge as a member; it answers 13 weeks at most. */
export function pooledRidge(weights: RidgeWeights): TrendMember {
  return (history, horizonWeeks) => {
    const length = Math.min(horizonWeeks, weights.length);
    const scale = windowScale(history, history.length);
    if (scale === undefined) return new Float64Array(length);
    const row = windowFeatures(history, history.length, scale, beginScratch());
    return tabulate(length, (h) => fromScale(dot(weights[h] ?? [], row), scale));
  };
}

function dot(weights: readonly number[], row: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i += 1) sum += (weights[i] ?? 0) * (row[i] as number);
  return sum;
}
