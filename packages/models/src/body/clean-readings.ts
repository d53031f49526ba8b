import type { SensorNoise } from './body-model.ts';
import { leaveOutZ, precisionOf, type FactorGaussian } from './condition-gaussian.ts';
import { shapeEvidence, type Reading } from './shape-evidence.ts';
import { levelIndex, SHAPE_VARIABLES, type CurveName } from './shape-variables.ts';

/** Lengths (levels) of the stretches that are tested: hair, a hand, a picture on the wall spoil several rows at once. */
const STRETCHES = [1, 5, 10, 16] as const;
/** A stretch this many standard deviations from what all other rows predict is dropped. */
const LIMIT_Z = 3;
/** Single features go wrong more often: thighs that touch, a landmark on a sleeve. */
const FEATURE_Z = 2;
/** Loose hair adds to the back from somewhere above this level all the way up, and often does: it counts from a lower limit. */
const HAIR = { fromLevel: levelIndex(0.54), z: 2.2 } as const;
const MAX_DROPS = 6;

/** Drops the hair, then stretches of rows that contradict all the others, the worst first. */
export function cleanReadings(model: FactorGaussian, readings: readonly Reading[], noise: SensorNoise): Reading[] {
  let kept = withoutWorst(model, readings, noise, hairTests);
  for (let drop = 0; drop < MAX_DROPS; drop += 1) {
    const next = withoutWorst(model, kept, noise, stretchTests);
    if (next.length === kept.length) break;
    kept = next;
  }
  return kept;
}

/** A stretch of rows and how its z is judged: above 1 it goes. */
interface Test {
  readonly block: readonly number[];
  readonly excess: (z: number) => number;
}

function withoutWorst(model: FactorGaussian, readings: readonly Reading[], noise: SensorNoise, tests: (readings: readonly Reading[]) => Test[]): Reading[] {
  const precision = precisionOf(model, shapeEvidence(model, readings, noise));
  let worst = { block: [] as readonly number[], excess: 1 };
  for (const { block, excess } of tests(readings)) {
    const found = excess(leaveOutZ(precision, block));
    if (found > worst.excess) worst = { block, excess: found };
  }
  const out = new Set(worst.block);
  return readings.filter((_, i) => !out.has(i));
}

function stretchTests(readings: readonly Reading[]): Test[] {
  const features = readings.flatMap((reading, i) => (reading.kind === 'scalar' && reading.index !== SHAPE_VARIABLES.stature && reading.index !== SHAPE_VARIABLES.mass ? [[i]] : []));
  return [
    ...stretches(readings).map((block): Test => ({ block, excess: (z) => Math.abs(z) / LIMIT_Z })),
    ...features.map((block): Test => ({ block, excess: (z) => Math.abs(z) / FEATURE_Z })),
  ];
}

function hairTests(readings: readonly Reading[]): Test[] {
  return [
    ...hairStretches(readings, 'back').map((block): Test => ({ block, excess: (z) => -z / HAIR.z })),
    ...hairStretches(readings, 'depth').map((block): Test => ({ block, excess: (z) => z / HAIR.z })),
  ];
}

/** From each level above the hair's lowest up to the top, in threes. */
function hairStretches(readings: readonly Reading[], curve: CurveName): number[][] {
  const rows = rowsOf(readings, curve).filter((i) => (readings[i] as Reading & { kind: 'curve' }).level >= HAIR.fromLevel);
  return rows.flatMap((_, from) => (from % 3 === 0 ? [rows.slice(from)] : []));
}

/** Runs of neighbouring rows of one curve, as indices into `readings`. */
function stretches(readings: readonly Reading[]): number[][] {
  const blocks: number[][] = [];
  for (const curve of ['width', 'depth', 'back', 'front'] as const) {
    const rows = rowsOf(readings, curve);
    for (const length of STRETCHES) {
      for (let from = 0; from + length <= rows.length; from += Math.max(1, Math.floor(length / 4))) blocks.push(rows.slice(from, from + length));
    }
  }
  return blocks;
}

function rowsOf(readings: readonly Reading[], curve: CurveName): number[] {
  return readings.flatMap((reading, i) => (reading.kind === 'curve' && reading.curve === curve ? [i] : []));
}
