import type { SensorModel } from '../../src/body/body-model.ts';
import { cell, cholesky, matrix, pickRows, solveCholesky, timesTransposed, type Matrix } from '../../src/body/linear-algebra.ts';
import type { Evidence, FactorGaussian } from '../../src/body/condition-gaussian.ts';
import { FEATURE_NAMES } from '../../src/body/features.ts';
import type { MeasurementName } from '../../src/body/measurement-name.ts';
import { OUTLINE_SD } from '../../src/body/outward-shift.ts';
import { SIDE_CURVES } from '../../src/body/predict-shape.ts';
import { readingsOf } from '../../src/body/readings-of.ts';
import type { ViewReadings } from '../../src/body/read-views.ts';
import { correctionFeatures, type ShapeCorrection } from '../../src/body/shape-correction.ts';
import { shapeEvidence } from '../../src/body/shape-evidence.ts';
import { SHAPE_VARIABLES, WIDTH_NAMES } from '../../src/body/shape-variables.ts';
import { normal, type Random } from './random.ts';
import { ridge } from './ridge.ts';
import type { SightRows } from './sight-rows.ts';

/** Girths that the correction makes better in folds over `people/`; the others follow features of their own, or gain nothing (chest). */
const GIRTHS: readonly MeasurementName[] = ['waist', 'waistNavel', 'hip', 'thigh', 'upperArm', 'calf'];
const TARGETS: readonly number[] = [
  ...GIRTHS.map(SHAPE_VARIABLES.measurement), ...WIDTH_NAMES.map(SHAPE_VARIABLES.breadth), ...WIDTH_NAMES.map(SHAPE_VARIABLES.cutDepth),
];
/** Simulated sights of each body. */
const DRAWS = 6;
const PENALTY = 0.065;

/**
 * Lets the bodies be seen with the sensors' noise and the gaps of real sights, conditions the Gaussian on that,
 * and regresses what it misses on what it takes the factors to be.
 */
export function fitShapeCorrection(
  model: FactorGaussian, bodies: readonly Float64Array[], sights: readonly SightRows[], sensors: SensorModel, random: Random,
): ShapeCorrection {
  const seeing = sights.flatMap((rows) => [{ statureCm: 170 }, { statureCm: 170, massKg: 70 }].map((profile) =>
    SIDE_CURVES.map((side) => sightOf(model, shapeEvidence(model, readingsOf(sensors, blankReadings(rows), profile, side, 'synthetic'), sensors.noise, OUTLINE_SD.usual)))));
  const samples = bodies.flatMap((body) => Array.from({ length: DRAWS }, () => {
    const ways = seeing[Math.floor(random() * seeing.length)] ?? [];
    return sampleOf(model, body, ways, random);
  }));
  const features = samples.map(({ factors }) => correctionFeatures(factors));
  return { targets: TARGETS, weights: TARGETS.map((_, t) => rounded(ridge(features, samples.map(({ misses }) => misses[t] as number), PENALTY))) };
}

/** Readings that are there where the sight saw something; what they say is drawn later. */
function blankReadings(rows: SightRows): ViewReadings {
  const curve = (bits: string): Float64Array => Float64Array.from(bits, (bit) => (bit === '1' ? 0 : NaN));
  return {
    curves: { width: curve(rows.width), depth: curve(rows.depth), back: curve(rows.back), front: curve(rows.front) },
    features: Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, rows.features[i] === '1' ? 1 : NaN])) as ViewReadings['features'],
  };
}

/** One way of seeing: posterior means are linear in what is seen, so their matrix serves all bodies. */
interface Sight {
  readonly evidence: Evidence;
  /** One row a target, then one a factor. */
  readonly gain: readonly Float64Array[];
  readonly noiseRoot: Matrix;
}

function sightOf(model: FactorGaussian, evidence: Evidence): Sight {
  const n = evidence.indices.length;
  const seen = pickRows(model.factor, evidence.indices);
  const shared = timesTransposed(seen, seen);
  const root = cholesky(matrix(n, n, (i, j) =>
    cell(shared, i, j) + cell(evidence.noise, i, j) + (i === j ? (model.residualVariance[evidence.indices[i] as number] as number) : 0)));
  const cross = timesTransposed(pickRows(model.factor, TARGETS), seen);
  const rows = [
    ...TARGETS.map((_, t) => cross.data.subarray(t * n, (t + 1) * n)),
    ...Array.from({ length: seen.columns }, (_, k) => Float64Array.from({ length: n }, (__, i) => cell(seen, i, k))),
  ];
  const tiny = 1e-10;
  return {
    evidence, gain: rows.map((row) => solveCholesky(root, row)),
    noiseRoot: cholesky(matrix(n, n, (i, j) => cell(evidence.noise, i, j) + (i === j ? tiny : 0))),
  };
}

interface Sample {
  readonly factors: readonly number[];
  readonly misses: readonly number[];
}

function sampleOf(model: FactorGaussian, body: Float64Array, ways: readonly Sight[], random: Random): Sample {
  const answers = ways.map((way) => answerOf(model, body, way, random));
  const mean = (answers[0] ?? []).map((_, i) => answers.reduce((sum, answer) => sum + (answer[i] as number), 0) / answers.length);
  return {
    factors: mean.slice(TARGETS.length),
    misses: TARGETS.map((target, t) => (body[target] as number) - (model.mean[target] as number) - (mean[t] as number)),
  };
}

function answerOf(model: FactorGaussian, body: Float64Array, { evidence, gain, noiseRoot }: Sight, random: Random): number[] {
  const n = evidence.indices.length;
  const white = Float64Array.from({ length: n }, () => normal(random));
  const seen = evidence.indices.map((index, i) => {
    let value = (body[index] as number) - (model.mean[index] as number);
    for (let k = 0; k <= i; k += 1) value += cell(noiseRoot, i, k) * (white[k] as number);
    return value;
  });
  return gain.map((row) => row.reduce((sum, weight, i) => sum + weight * (seen[i] as number), 0));
}

/** Three digits: the file is downloaded by every shopper who scans. */
const rounded = (weights: Float64Array): number[] => Array.from(weights, (weight) => Number(weight.toPrecision(3)));
