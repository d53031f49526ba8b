import { anchorCentres } from './anchors.ts';
import { DETECTOR } from './constants.ts';
import { sigmoid } from './sigmoid.ts';

/** A person found by the detector. All lengths in units of the letterboxed input's side (0-1). */
export interface Detection {
  /** 0-1. */
  readonly score: number;
  /** Centre x, y, width, height, then four points x, y (0: centre of the hips, 1: a point on the circle round the body). */
  readonly values: Float32Array;
}

const anchors = anchorCentres();

/**
 * Reads the detector's two outputs and merges boxes of one person.
 * @param boxes [2254 x 12] in input pixels relative to the anchor.
 * @param logits [2254].
 * @returns persons, the surest first.
 */
export function decodeDetections(boxes: Float32Array, logits: Float32Array): Detection[] {
  const found: Detection[] = [];
  for (let index = 0; index < DETECTOR.anchorCount; index++) {
    const score = sigmoid(logits[index] ?? -100);
    if (score >= DETECTOR.minScore) found.push({ score, values: decodeBox(boxes, index) });
  }
  return mergeOverlapping(found.sort((a, b) => b.score - a.score));
}

function decodeBox(boxes: Float32Array, index: number): Float32Array {
  const start = index * DETECTOR.valuesPerBox;
  const values = boxes.slice(start, start + DETECTOR.valuesPerBox);
  for (let k = 0; k < values.length; k++) {
    const isSize = k === 2 || k === 3;
    const origin = isSize ? 0 : (anchors[index * 2 + (k % 2)] ?? 0);
    values[k] = (values[k] ?? 0) / DETECTOR.inputPx + origin;
  }
  return values;
}

/** Weighted non-maximum suppression: each person is the score-weighted mean of the boxes that overlap the best one. */
function mergeOverlapping(sorted: readonly Detection[]): Detection[] {
  const persons: Detection[] = [];
  let rest = sorted;
  while (rest[0] !== undefined) {
    const best = rest[0];
    const cluster = rest.filter((other) => other === best || overlap(best.values, other.values) > DETECTOR.nmsOverlap);
    persons.push({ score: best.score, values: weightedMean(cluster) });
    rest = rest.filter((other) => !cluster.includes(other));
  }
  return persons;
}

function weightedMean(cluster: readonly Detection[]): Float32Array {
  const total = cluster.reduce((sum, { score }) => sum + score, 0);
  const mean = new Float32Array(DETECTOR.valuesPerBox);
  for (const { score, values } of cluster) for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] ?? 0) + ((values[k] ?? 0) * score) / total;
  return mean;
}

/** Intersection over union of two boxes given by centre and size. */
function overlap(a: Float32Array, b: Float32Array): number {
  const shared = sharedLength(a, b, 0) * sharedLength(a, b, 1);
  return shared / (area(a) + area(b) - shared);
}

function sharedLength(a: Float32Array, b: Float32Array, axis: 0 | 1): number {
  const [centreA = 0, sizeA = 0] = [a[axis], a[axis + 2]];
  const [centreB = 0, sizeB = 0] = [b[axis], b[axis + 2]];
  const low = Math.max(centreA - sizeA / 2, centreB - sizeB / 2);
  const high = Math.min(centreA + sizeA / 2, centreB + sizeB / 2);
  return Math.max(0, high - low);
}

function area(box: Float32Array): number {
  return (box[2] ?? 0) * (box[3] ?? 0);
}
