import { LANDMARKER } from './constants.ts';
import { sigmoid } from './sigmoid.ts';

// MediaPipe `RefineLandmarksFromHeatmapCalculator`: kernel_size 7, min_confidence_to_refine 0.5.
const REACH = 3;
const MIN_CONFIDENCE = 0.5;

/**
 * Moves a point to the centre of mass of the heatmap round it.
 * @param logits [64 x 64 x 39].
 * @param x, y in units of the crop's side (0-1).
 */
export function refineByHeatmap(logits: Float32Array, point: number, x: number, y: number): [x: number, y: number] {
  const side = LANDMARKER.heatmapPx;
  const column = Math.trunc(x * side);
  const row = Math.trunc(y * side);
  if (column < 0 || row < 0 || column >= side || row >= side) return [x, y];
  let sum = 0;
  let sumX = 0;
  let sumY = 0;
  let best = 0;
  for (let r = Math.max(0, row - REACH); r <= Math.min(side - 1, row + REACH); r++) {
    for (let c = Math.max(0, column - REACH); c <= Math.min(side - 1, column + REACH); c++) {
      const confidence = sigmoid(logits[(r * side + c) * LANDMARKER.pointCount + point] ?? -100);
      sum += confidence;
      sumX += c * confidence;
      sumY += r * confidence;
      best = Math.max(best, confidence);
    }
  }
  return best >= MIN_CONFIDENCE && sum > 0 ? [sumX / side / sum, sumY / side / sum] : [x, y];
}
