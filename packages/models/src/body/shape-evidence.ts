import type { Evidence, FactorGaussian } from './condition-gaussian.ts';
import { cell, matrix, type Matrix } from './linear-algebra.ts';
import type { CurveSensor, SensorNoise } from './body-model.ts';
import { LEVEL_COUNT, levelIndex, levelOf, SHAPE_VARIABLES, type CurveName } from './shape-variables.ts';

/** One value of the shape model that was seen. */
export type Reading =
  | ReadValue & { readonly kind: 'curve'; readonly curve: CurveName; readonly level: number }
  | ReadValue & { readonly kind: 'scalar'; readonly index: number };

interface ReadValue {
  readonly value: number;
  readonly sd: number;
  /** How the value grows when the outline moves outwards, per stature; 0 for what is no edge. */
  readonly outward: number;
}

/** Levels (shares of stature) from which each curve is used; below the crotch the stance and above these the hair and shoulders decide. */
const CURVE_RANGE: Readonly<Record<CurveName, readonly [number, number]>> = {
  width: [0.48, 0.75], depth: [0.5, 0.78], back: [0.5, 0.78], front: [0.5, 0.78],
};

/** Widths and depths (logarithms) grow at both ends, edges at one. */
const OUTWARD: Readonly<Record<CurveName, (value: number) => number>> = {
  width: (value) => 2 / Math.exp(value), depth: (value) => 2 / Math.exp(value), back: () => -1, front: () => 1,
};

/** The seen levels of a curve inside its range as readings. */
export function curveReadings(curve: CurveName, values: ArrayLike<number>, sensor: CurveSensor): Reading[] {
  const [from, to] = CURVE_RANGE[curve].map(levelIndex) as [number, number];
  return Array.from({ length: LEVEL_COUNT }, (_, level): Reading => ({
    kind: 'curve', curve, level, value: (values[level] as number) - (sensor.bias[level] as number), sd: sensor.sd[level] as number,
    outward: OUTWARD[curve](values[level] as number),
  })).filter((reading) => reading.kind === 'curve' && reading.level >= from && reading.level <= to && Number.isFinite(reading.value));
}

function indexOf(reading: Reading): number {
  return reading.kind === 'scalar' ? reading.index : SHAPE_VARIABLES.curve(reading.curve, reading.level);
}

/**
 * Readings with the covariance of their errors: what the camera gets wrong is common to all rows of a view, and what clothes add to all edges.
 * @param outwardSd how far outside the body the outline as a whole may lie, statures
 */
export function shapeEvidence(model: FactorGaussian, readings: readonly Reading[], noise: SensorNoise, outwardSd = 0): Evidence {
  const slopes = readings.map((reading) => slopeOf(model, reading));
  const covariance = matrix(readings.length, readings.length, (i, j) => errorCovariance(readings[i] as Reading, readings[j] as Reading, noise));
  addLevelErrors(covariance, readings, slopes, noise.level);
  addEdgeScale(covariance, model, readings, noise.scale);
  if (outwardSd > 0) addOutward(covariance, readings, outwardSd);
  return { indices: readings.map(indexOf), values: readings.map(({ value }) => value), noise: covariance };
}

const viewOf = (curve: CurveName): 'front' | 'side' => (curve === 'width' ? 'front' : 'side');
const isEdge = (curve: CurveName): boolean => curve === 'back' || curve === 'front';

/** Where the person stands and how they lean is not known: side edges may shift and tilt freely (statures, and statures per stature). */
const FREE_SHIFT = 0.3;
const FREE_LEAN = 0.1;

function errorCovariance(a: Reading, b: Reading, noise: SensorNoise): number {
  if (a.kind === 'scalar' || b.kind === 'scalar') return a === b && a.kind === 'scalar' ? a.sd ** 2 : 0;
  if (viewOf(a.curve) !== viewOf(b.curve)) return 0;
  const near = a.curve === b.curve ? Math.exp(-(((a.level - b.level) / noise.reach) ** 2)) : 0;
  const own = a === b ? 0.1 : 0;
  if (isEdge(a.curve) && isEdge(b.curve)) {
    const lean = (levelOf(a.level) - 0.6) * (levelOf(b.level) - 0.6);
    return (0.9 * near + own) * a.sd * b.sd + FREE_SHIFT ** 2 + FREE_LEAN ** 2 * lean;
  }
  return a.curve === b.curve ? (0.9 * near + own) * a.sd * b.sd + noise.scale ** 2 : 0;
}

/** Derivative of a curve by level (per stature): its mean and its factors, so that level errors count where the body is steep. */
function slopeOf(model: FactorGaussian, reading: Reading): Float64Array {
  const k = model.factor.columns;
  const slope = new Float64Array(k + 1);
  if (reading.kind === 'scalar') return slope;
  const low = SHAPE_VARIABLES.curve(reading.curve, Math.max(0, reading.level - 1));
  const high = SHAPE_VARIABLES.curve(reading.curve, Math.min(LEVEL_COUNT - 1, reading.level + 1));
  for (let i = 0; i < k; i += 1) slope[i] = (cell(model.factor, high, i) - cell(model.factor, low, i)) / 0.02;
  slope[k] = ((model.mean[high] as number) - (model.mean[low] as number)) / 0.02;
  return slope;
}

function addLevelErrors(covariance: Matrix, readings: readonly Reading[], slopes: readonly Float64Array[], sd: number): void {
  addOuter(covariance, readings, slopes, sd, (reading) => reading.kind === 'curve');
}

/** A wrong scale moves an edge in proportion to its distance from the middle. */
function addEdgeScale(covariance: Matrix, model: FactorGaussian, readings: readonly Reading[], sd: number): void {
  const k = model.factor.columns;
  const values = readings.map((reading) => Float64Array.from({ length: k + 1 }, (_, i) =>
    (i < k ? cell(model.factor, indexOf(reading), i) : (model.mean[indexOf(reading)] as number))));
  addOuter(covariance, readings, values, sd, (reading) => reading.kind === 'curve' && isEdge(reading.curve));
}

function addOutward(covariance: Matrix, readings: readonly Reading[], sd: number): void {
  const n = readings.length;
  readings.forEach((a, i) => readings.forEach((b, j) => {
    covariance.data[i * n + j] = cell(covariance, i, j) + sd * sd * a.outward * b.outward;
  }));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function addOuter(covariance: Matrix, readings: readonly Reading[], vectors: readonly Float64Array[], sd: number, counts: (reading: Reading) => boolean): void {
  const n = readings.length;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const [a, b] = [readings[i] as Reading, readings[j] as Reading];
      if (!counts(a) || !counts(b) || a.kind === 'scalar' || b.kind === 'scalar' || viewOf(a.curve) !== viewOf(b.curve)) continue;
      covariance.data[i * n + j] = cell(covariance, i, j) + sd * sd * dot(vectors[i] as Float64Array, vectors[j] as Float64Array);
    }
  }
}
